import Foundation
import Templating
import TestSupport
import Testing

/// A case of the Mustache specification.
struct SpecCase: Sendable, CustomTestStringConvertible {
  var name: String
  var template: String
  var partials: [(name: String, text: String)]
  var data: TemplateValue
  var expected: String

  var testDescription: String { name }
}

/// Reads the specification's files: the small part of YAML that they are written in.
struct SpecFile {
  /// The cases of `file`, none where the specification is not there.
  static func cases(_ file: String) -> [SpecCase] {
    guard Repository.payloads != nil,
      let bytes = try? Repository.payload("mustache-spec/specs/\(file).yml")
    else { return [] }
    var reader = SpecFile(String(decoding: bytes, as: UTF8.self))
    guard case .map(let top) = reader.node(),
      case .list(let tests)? = top.first(where: { $0.key == "tests" })?.value
    else { return [] }
    return tests.map(SpecFile.specCase)
  }

  private static func specCase(_ node: Node) -> SpecCase {
    var partials: [(name: String, text: String)] = []
    if case .map(let pairs)? = node["partials"] {
      partials = pairs.map { ($0.key, $0.value.text) }
    }
    return SpecCase(
      name: "\(node["name"]?.text ?? ""): \(node["desc"]?.text ?? "")",
      template: node["template"]?.text ?? "", partials: partials,
      data: node["data"]?.value ?? .absent, expected: node["expected"]?.text ?? "")
  }

  /// A piece of YAML.
  indirect enum Node {
    case plain(String)
    case quoted(String)
    case list([Node])
    case map([(key: String, value: Node)])

    subscript(key: String) -> Node? {
      guard case .map(let pairs) = self else { return nil }
      return pairs.first { $0.key == key }?.value
    }

    var text: String {
      switch self {
      case .plain(let text), .quoted(let text): text
      case .list, .map: ""
      }
    }

    var value: TemplateValue {
      switch self {
      case .plain("true"): .flag(true)
      case .plain("false"): .flag(false)
      case .plain("null"), .plain(""): .absent
      case .plain(let text):
        .text(Double(text).map { "\($0)".replacing(#/\.0$/#, with: "") } ?? text)
      case .quoted(let text): .text(text)
      case .list(let items): .list(items.map(\.value))
      case .map(let pairs):
        .record(
          TemplateRecord(
            TemplateShape("data", names: pairs.map(\.key)), pairs.map(\.value.value)))
      }
    }
  }

  // MARK: Blocks

  private var lines: [String]
  private var at = 0

  private init(_ text: String) {
    lines = text.components(separatedBy: "\n")
  }

  private static func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }

  private var content: String { String(lines[at].dropFirst(Self.indent(lines[at]))) }

  private mutating func skipEmptyLines() {
    while at < lines.count, content.isEmpty || content.hasPrefix("#") { at += 1 }
  }

  private mutating func node() -> Node {
    skipEmptyLines()
    guard at < lines.count else { return .plain("") }
    let indent = Self.indent(lines[at])
    if content.hasPrefix("- ") { return list(indent) }
    if Self.key(content) != nil { return map(indent) }
    at += 1
    return Self.flow(lines[at - 1].trimmingCharacters(in: .whitespaces))
  }

  private mutating func list(_ indent: Int) -> Node {
    var items: [Node] = []
    skipEmptyLines()
    while at < lines.count, Self.indent(lines[at]) == indent, content.hasPrefix("- ") {
      lines[at] = String(repeating: " ", count: indent + 2) + content.dropFirst(2)
      items.append(node())
      skipEmptyLines()
    }
    return .list(items)
  }

  private mutating func map(_ indent: Int) -> Node {
    var pairs: [(key: String, value: Node)] = []
    skipEmptyLines()
    while at < lines.count, Self.indent(lines[at]) == indent, let (key, rest) = Self.key(content) {
      at += 1
      if rest == "|" {
        pairs.append((key, literal(indent)))
      } else if !rest.isEmpty {
        pairs.append((key, Self.flow(rest)))
      } else {
        skipEmptyLines()
        let isInside = at < lines.count && Self.indent(lines[at]) > indent
        pairs.append((key, isInside ? node() : .plain("")))
      }
      skipEmptyLines()
    }
    return .map(pairs)
  }

  private mutating func literal(_ parent: Int) -> Node {
    var body: [String] = []
    while at < lines.count, lines[at].isEmpty || Self.indent(lines[at]) > parent {
      body.append(lines[at])
      at += 1
    }
    while body.last?.isEmpty == true { body.removeLast() }
    let indent = body.first.map(Self.indent) ?? 0
    return .quoted(body.map { String($0.dropFirst(indent)) + "\n" }.joined())
  }

  /// The key of a `key: value` line and what follows.
  private static func key(_ line: String) -> (String, String)? {
    if "{[\"'".contains(line.prefix(1)) { return nil }
    if let range = line.range(of: ": ") {
      return (
        String(line[..<range.lowerBound]),
        line[range.upperBound...].trimmingCharacters(in: .whitespaces)
      )
    }
    return line.hasSuffix(":") ? (String(line.dropLast()), "") : nil
  }

  // MARK: Flow

  private static func flow(_ text: String) -> Node {
    guard "{[\"'".contains(text.prefix(1)), !text.isEmpty else { return .plain(text) }
    var rest = text.unicodeScalars[...]
    return flow(&rest)
  }

  private static func flow(_ rest: inout Substring.UnicodeScalarView) -> Node {
    skipSpaces(&rest)
    switch rest.first {
    case "{":
      var pairs: [(key: String, value: Node)] = []
      rest.removeFirst()
      while skipSpaces(&rest), rest.first != "}", !rest.isEmpty {
        let key = flow(&rest).text
        skipSpaces(&rest)
        if rest.first == ":" { rest.removeFirst() }
        pairs.append((key, flow(&rest)))
        skipSpaces(&rest)
        if rest.first == "," { rest.removeFirst() }
      }
      rest = rest.dropFirst()
      return .map(pairs)
    case "[":
      var items: [Node] = []
      rest.removeFirst()
      while skipSpaces(&rest), rest.first != "]", !rest.isEmpty {
        items.append(flow(&rest))
        skipSpaces(&rest)
        if rest.first == "," { rest.removeFirst() }
      }
      rest = rest.dropFirst()
      return .list(items)
    case "\"", "'":
      return .quoted(quoted(&rest))
    default:
      let end = rest.firstIndex { ",:]}".unicodeScalars.contains($0) } ?? rest.endIndex
      let text = String(rest[..<end]).trimmingCharacters(in: .whitespaces)
      rest = rest[end...]
      return .plain(text)
    }
  }

  @discardableResult
  private static func skipSpaces(_ rest: inout Substring.UnicodeScalarView) -> Bool {
    rest = rest.drop { $0 == " " }
    return true
  }

  private static func quoted(_ rest: inout Substring.UnicodeScalarView) -> String {
    var text = String.UnicodeScalarView()
    let quote = rest.removeFirst()
    while let scalar = rest.popFirst() {
      if scalar == quote {
        guard quote == "'", rest.first == "'" else { break }
        text.append(rest.removeFirst())
      } else if scalar == "\\", quote == "\"", let next = rest.popFirst() {
        switch next {
        case "n": text.append("\n")
        case "r": text.append("\r")
        case "t": text.append("\t")
        default: text.append(next)
        }
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
