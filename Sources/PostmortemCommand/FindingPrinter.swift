package import Evidence
import Workspace

/// Writes findings as compilers do, so that editors can jump to them.
package struct FindingPrinter: Sendable {
  private let isColoured: Bool

  /// Creates a printer that writes plain text or coloured.
  package init(isColoured: Bool) { self.isColoured = isColoured }

  /// `path:line:column: warning: text [id]`, with no line and column where the finding has no place.
  package func line(_ finding: Finding) -> String {
    let place = finding.position.map { ":\($0.line):\($0.column)" } ?? ""
    let path = TerminalText.message(finding.source)
    let message = TerminalText.message(finding.message)
    let id = TerminalText.message(finding.id)
    return
      "\(bold(path + place + ":")) \(label(finding.severity)) \(message) \(faint("[\(id)]"))\n"
  }

  private func label(_ severity: Finding.Severity) -> String {
    switch severity {
    case .note: painted("note:", "36")
    case .warning: painted("warning:", "33")
    case .error: painted("error:", "31")
    }
  }

  private func bold(_ text: String) -> String { painted(text, "1") }
  private func faint(_ text: String) -> String { painted(text, "2") }

  private func painted(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
