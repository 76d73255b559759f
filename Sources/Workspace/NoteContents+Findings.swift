import Evidence
import Language

extension NoteContents {
  /// What to tell of the file at `path`.
  func findings(in path: String) -> [Finding] {
    if isDraft {
      return [
        Finding(
          "skipped-draft", .note, "Not read: its front matter says that it is a draft", in: path)
      ]
    }
    var findings: [Finding] = []
    var first: [String: Int] = [:]
    for section in sections {
      let words = FoldedName.words(section.account)
      if let line = first[words] {
        let message =
          "“\(section.account)” has a section on line \(line) already; each has a post-mortem of its own, put them together"
        findings.append(
          Finding(
            "second-section", .warning, message, in: path,
            at: SourcePosition(line: section.line, column: 1)))
      } else {
        first[words] = section.line
      }
    }
    findings += strayLines.map { line in
      Finding(
        "no-account-section", .note,
        "Not read: what stands here is in no account's section, and the file is about \(sections.count) accounts",
        in: path, at: SourcePosition(line: line, column: 1))
    }
    return findings
  }
}
