import Drafting
import Evidence

/// What is known of a file of notes by its content alone: of how many accounts it is, and what it may call them.
struct NoteContents: Equatable, Sendable {
  /// The section of one of several accounts.
  struct Section: Equatable, Sendable {
    /// The account, as the section's heading names it.
    var account: String
    /// The line of the heading.
    var line: Int
    /// The lines that are about it.
    var lines: [ClosedRange<Int>]
    /// The digest of what stands there, and where.
    var content: Fingerprint
  }

  /// Whether the file says of itself that it is a draft.
  var isDraft = false
  /// The sections, where the file is about several accounts.
  var sections: [Section] = []
  /// The lines from which on text stands that is about none of them.
  var strayLines: [Int] = []
  /// What the file, or each of its sections, may call its account, folded and best first; nothing where nobody asked.
  var names: [[String]]?

  /// Takes a file apart.
  init(_ text: SourceText) {
    isDraft = DraftMark.stands(in: text)
    guard let cohort = Cohort(text) else { return }
    strayLines = cohort.strayLines
    sections = cohort.sections.map { section in
      Section(
        account: section.account.split(separator: "\t").joined(separator: " "),
        line: section.line, lines: section.lines,
        content: Fingerprint(of: text.keeping(section.lines).utf8))
    }
  }

  /// A file of which nothing is known: it counts as one note.
  init() {}

  // MARK: As text

  /// Reads what ``line`` writes.
  init?(_ line: some Collection<UInt8>) {
    var fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }[...]
    func next() -> String? { fields.popFirst() }
    func number() -> Int? { next().flatMap { Int($0) } }
    guard let isDraft = number(), let strays = number() else { return nil }
    self.isDraft = isDraft == 1
    for _ in 0..<strays {
      guard let line = number() else { return nil }
      strayLines.append(line)
    }
    guard let count = number() else { return nil }
    for _ in 0..<count {
      guard let account = next(), let line = number(), let content = next(), let ranges = number(),
        let content = Fingerprint(content)
      else { return nil }
      var lines: [ClosedRange<Int>] = []
      for _ in 0..<ranges {
        guard let first = number(), let last = number(), first <= last else { return nil }
        lines.append(first...last)
      }
      sections.append(Section(account: account, line: line, lines: lines, content: content))
    }
    guard let known = number() else { return nil }
    var names: [[String]] = []
    for _ in 0..<known {
      guard let count = number() else { return nil }
      var some: [String] = []
      for _ in 0..<count {
        guard let name = next() else { return nil }
        some.append(name)
      }
      names.append(some)
    }
    self.names = known > 0 ? names : nil
  }

  /// What is known, on a line of fields with tabs between them: lists have their length before them.
  var line: String {
    var fields = [isDraft ? "1" : "0", "\(strayLines.count)"] + strayLines.map { "\($0)" }
    fields.append("\(sections.count)")
    for section in sections {
      fields += [
        section.account, "\(section.line)", "\(section.content)", "\(section.lines.count)",
      ]
      fields += section.lines.flatMap { ["\($0.lowerBound)", "\($0.upperBound)"] }
    }
    fields.append("\(names?.count ?? 0)")
    for some in names ?? [] { fields += ["\(some.count)"] + some }
    return fields.joined(separator: "\t")
  }
}
