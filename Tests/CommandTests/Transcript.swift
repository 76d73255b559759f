import Foundation

/// A shell session in Markdown that is a test: files to begin with, commands, and what they print.
///
/// A block that begins with ```` ```file NAME ```` is written to NAME. In a ```` ```console ```` block a line `$ COMMAND`
/// is run by the shell; below it stand its standard output, its standard error with `2> ` before each line, and
/// `=> STATUS` where that is not 0. All commands of a transcript run in one folder, which is fresh.
struct Transcript {
  /// A command and what it printed.
  struct Step: Equatable {
    var command: String
    var output: [String]
  }

  private enum Part {
    case text(String)
    case file(name: String, content: String)
    case console([Step])
  }

  private var parts: [Part] = []

  init(parsing text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    if lines.last == "" { lines.removeLast() }
    while let line = lines.popFirst() {
      guard line.hasPrefix("```") else {
        parts.append(.text(line))
        continue
      }
      let body = Array(lines.prefix { $0 != "```" })
      lines = lines.dropFirst(body.count + 1)
      let info = line.dropFirst(3)
      if info.hasPrefix("file ") {
        parts.append(
          .file(name: String(info.dropFirst(5)), content: body.map { $0 + "\n" }.joined()))
      } else if info == "console" {
        parts.append(.console(Self.steps(body)))
      } else {
        parts += ([line] + body + ["```"]).map(Part.text)
      }
    }
  }

  /// Every command with the output that is expected of it.
  var steps: [Step] {
    parts.flatMap { part in
      if case .console(let steps) = part { steps } else { [Step]() }
    }
  }

  /// The files to begin with.
  var files: [(name: String, content: String)] {
    parts.compactMap { part in
      if case .file(let name, let content) = part { (name, content) } else { nil }
    }
  }

  /// The transcript's text with the outputs of `actual` in place of its own.
  func recorded(_ actual: [Step]) -> String {
    var rest = actual[...]
    return parts.map { part in
      switch part {
      case .text(let line): return line + "\n"
      case .file(let name, let content): return "```file \(name)\n\(content)```\n"
      case .console(let steps):
        let own = rest.prefix(steps.count)
        rest = rest.dropFirst(steps.count)
        let text = own.flatMap { ["$ " + $0.command] + $0.output }.map { $0 + "\n" }.joined()
        return "```console\n\(text)```\n"
      }
    }.joined()
  }

  private static func steps(_ lines: [String]) -> [Step] {
    var steps: [Step] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), output: []))
      } else if !steps.isEmpty {
        steps[steps.count - 1].output.append(line)
      }
    }
    return steps
  }
}
