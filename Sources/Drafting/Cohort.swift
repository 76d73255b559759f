public import Evidence
import Language
import Markup

/// A Markdown file about several accounts, a section each.
///
/// A file is one where two headings or more of one level name different accounts and say what became of them
/// (``AccountHeading``), and no more of that level do not. A section goes on to the next heading of that level or above.
public struct Cohort: Sendable {
  /// The section of an account.
  public struct Section: Sendable {
    /// The account, as the heading names it.
    public var account: String
    /// The lines that are about it: the heading's and those below it, after the file's front matter.
    public var lines: [ClosedRange<Int>]
    /// The line of the heading.
    public var line: Int
  }

  /// The sections, in the order of the file.
  public let sections: [Section]
  /// The lines from which on text stands that is in no account's section.
  public let strayLines: [Int]

  /// Takes `source` apart; nothing where it is about one account.
  public init?(_ source: SourceText) {
    guard Self.mayBeOne(source) else { return nil }
    let document = MarkupDocument(parsing: source)
    guard let level = Self.level(of: document) else { return nil }
    var sections: [Section] = []
    var strays: [Int] = []
    var frontMatter: [ClosedRange<Int>] = []
    var isInside = false
    var isTold = false
    for (index, element) in document.elements.enumerated() where element.parent == 0 {
      switch element.kind {
      case .frontMatter:
        if Self.isAboutAll(document.flow(of: index).utf8) { frontMatter = [element.lines] }
      case .heading(let other) where other <= level:
        let heading = other == level ? Self.heading(index, document) : nil
        if isInside { Self.end(&sections, before: element.lines.lowerBound, in: source) }
        (isInside, isTold) = (heading != nil, false)
        guard let heading else { continue }
        let line = element.lines.lowerBound
        sections.append(
          Section(
            account: heading.name, lines: frontMatter + [line...line],
            line: line))
      default:
        if isInside || isTold { continue }
        isTold = true
        strays.append(element.lines.lowerBound)
      }
    }
    if isInside { Self.end(&sections, before: source.lineCount + 1, in: source) }
    self.sections = sections
    strayLines = strays
  }

  /// Ends the last section with the last line before `line` that is not blank.
  private static func end(_ sections: inout [Section], before line: Int, in source: SourceText) {
    guard var last = sections.popLast(), let range = last.lines.popLast() else { return }
    var end = max(range.lowerBound, line - 1)
    while end > range.lowerBound, source.utf8[source.range(ofLine: end)].allSatisfy(Bytes.isSpace) {
      end -= 1
    }
    last.lines.append(range.lowerBound...end)
    sections.append(last)
  }

  /// The level whose headings name accounts.
  private static func level(of document: MarkupDocument) -> Int? {
    var counts: [Int: (accounts: Set<String>, named: Int, all: Int)] = [:]
    for (index, element) in document.elements.enumerated() where element.parent == 0 {
      guard case .heading(let level) = element.kind else { continue }
      var count = counts[level] ?? ([], 0, 0)
      count.all += 1
      if let heading = heading(index, document) {
        count.named += 1
        count.accounts.insert(FoldedName.words(heading.name))
      }
      counts[level] = count
    }
    return counts.filter { $0.value.accounts.count > 1 && $0.value.named * 2 >= $0.value.all }
      .max { ($0.value.named, $1.key) < ($1.value.named, $0.key) }?.key
  }

  /// Whether front matter says something of accounts, such as who looked after them, and names none.
  private static func isAboutAll(_ frontMatter: [UInt8]) -> Bool {
    let facts = frontMatter.split(separator: 0x0A).compactMap { line -> String? in
      guard let colon = line.firstIndex(of: 0x3A) else { return nil }
      return Knowledge.standard.lexicon.fieldNames(of: Array(line[..<colon])).first
    }
    return !facts.contains("name")
      && facts.contains { ["csm", "region", "segment", "industry", "currency"].contains($0) }
  }

  private static func heading(_ index: Int, _ document: MarkupDocument) -> AccountHeading? {
    let bytes = document.flow(of: index).utf8
    return AccountHeading(Bytes.text(Bytes.trimmed(0..<bytes.count, in: bytes), in: bytes))
  }

  /// Whether two lines that begin with a hash may be headings of accounts: for most files there is no more to do.
  private static func mayBeOne(_ source: SourceText) -> Bool {
    var count = 0
    for (number, start) in source.lineStarts.enumerated() {
      var index = start
      while index < source.utf8.count, index < start + 3, source.utf8[index] == 0x20 { index += 1 }
      guard index < source.utf8.count, source.utf8[index] == 0x23 else { continue }
      let line = source.range(ofLine: number + 1)
      let text = source.text(line).drop { $0 == "#" || $0 == " " }
      if AccountHeading(String(text)) != nil { count += 1 }
      if count > 1 { return true }
    }
    return false
  }
}
