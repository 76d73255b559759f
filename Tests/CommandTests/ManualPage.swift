import Foundation

/// A manual page in roff's man macros, made of the help that the program dumps as JSON.
struct ManualPage {
  private struct Dump: Decodable { var command: Command }

  private struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool
    var subcommands: [Command]?
    var arguments: [Argument]?
  }

  private struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }
    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var discussion: String?
    var defaultValue: String?
    var allValues: [String]?
  }

  /// The page's text.
  let text: String

  init(helpDump: Data) throws {
    let root = try JSONDecoder().decode(Dump.self, from: helpDump).command
    var page = [".\\\" Made of the program's own help by `make record`.", ".TH POSTMORTEM 1"]
    page += [".SH NAME", "\(root.commandName) \\- \(Self.escaped(root.abstract ?? ""))"]
    page += [".SH SYNOPSIS", "\\fB\(root.commandName)\\fR \\fIcommand\\fR [\\fIoption\\fR ...]"]
    page += [".SH DESCRIPTION"] + Self.prose(root.discussion)
    page.append(".SH COMMANDS")
    for command in (root.subcommands ?? []).filter({
      $0.commandName != "help" && $0.shouldDisplay
    }) {
      page += [
        ".SS \(root.commandName) \(command.commandName)", Self.escaped(command.abstract ?? ""),
      ]
      page += Self.prose(command.discussion)
      for argument in (command.arguments ?? []) where argument.shouldDisplay {
        page += [".TP", Self.label(argument), Self.explanation(argument)]
      }
    }
    text = page.joined(separator: "\n") + "\n"
  }

  private static func label(_ argument: Argument) -> String {
    let value = "\\fI\(escaped(argument.valueName ?? "value"))\\fR"
    guard argument.kind != "positional" else { return value }
    let names = (argument.names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }
    let joined = names.map { "\\fB\(escaped($0))\\fR" }.joined(separator: ", ")
    return argument.kind == "flag" ? joined : "\(joined) \(value)"
  }

  private static func explanation(_ argument: Argument) -> String {
    var parts = [argument.abstract, argument.discussion].compactMap { $0 }.map(escaped)
    if let values = argument.allValues {
      parts.append("One of: \(values.joined(separator: ", ")).")
    }
    if let value = argument.defaultValue, argument.kind != "flag" {
      parts.append("Default: \(escaped(value)).")
    }
    return parts.joined(separator: "\n")
  }

  /// Paragraphs as they are; indented lines, which are examples, unfilled.
  private static func prose(_ text: String?) -> [String] {
    var lines: [String] = []
    var isExample = false
    for line in (text ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
      let isIndented = line.hasPrefix("  ")
      if isIndented != isExample, !line.isEmpty {
        lines.append(isIndented ? ".nf" : ".fi")
        isExample = isIndented
      }
      lines.append(line.isEmpty ? ".PP" : escaped(String(line)))
    }
    if isExample { lines.append(".fi") }
    return lines
  }

  /// Text in which roff sees no command.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacingOccurrences(of: "\\", with: "\\e").replacingOccurrences(
      of: "-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}
