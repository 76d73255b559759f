import Evidence
import PostmortemModel
import Templating

/// Gives each cited passage a label and a place in the page, and remembers what was cited.
struct EvidenceIndex {
  /// An input as the report names it.
  struct Source {
    var name: String
    var kind: SourceKind
    /// What labels of this source begin with: nothing for the notes, `A` for the answers.
    var prefix: String
    /// What anchors of this source begin with.
    var anchor: String
    /// How many lines the page shows; 0 where the text is not at hand.
    var lineCount: Int
    /// Whether each line, from 1, is cited.
    var isCited: [Bool]
  }

  private struct Entry {
    var excerpt: Excerpt
    var source: Int
    var label: String
    var anchor: String
    var isLocated: Bool
    var reference: TemplateValue
    var next: Int?
  }

  private struct Key: Hashable {
    var source: Int
    var line: Int
    var endLine: Int
  }

  private(set) var sources: [Source] = []
  private var entries: [Entry] = []
  private var first: [Key: Int] = [:]
  private let kinds: [SourceRecord]

  /// Starts with the inputs at hand; `records` says what kind each is.
  init(_ texts: [SourceText], records: [SourceRecord]) {
    kinds = records
    for text in texts { addSource(text.name, lineCount: text.lineCount) }
  }

  /// Returns the references of a statement.
  mutating func references(_ excerpts: [Excerpt]) -> TemplateValue {
    guard !excerpts.isEmpty else { return .absent }
    var values: [TemplateValue] = []
    values.reserveCapacity(excerpts.count)
    var seen: [Int] = []
    for excerpt in excerpts {
      let index = entry(of: excerpt)
      guard !seen.contains(index) else { continue }
      seen.append(index)
      values.append(entries[index].reference)
    }
    return .list(values)
  }

  /// The cited passages, by source and line; with `onlyLoose` those whose line the page does not show.
  func excerpts(onlyLoose: Bool) -> [TemplateValue] {
    entries.indices.filter { !onlyLoose || !entries[$0].isLocated }
      .sorted { rank($0) < rank($1) }
      .map { index in
        let entry = entries[index]
        return .record(
          TemplateRecord(
            ReportShapes.excerpt,
            [
              .text(entry.label), .text(entry.anchor), .text(entry.excerpt.source),
              .text(lines(entry.excerpt)), .text(entry.excerpt.quote),
            ]))
      }
  }

  private func rank(_ index: Int) -> (Int, Int, Int, Int) {
    let entry = entries[index]
    return (entry.source, entry.excerpt.line, entry.excerpt.endLine, index)
  }

  private func lines(_ excerpt: Excerpt) -> String {
    excerpt.endLine > excerpt.line
      ? "lines \(excerpt.line) to \(excerpt.endLine)" : "line \(excerpt.line)"
  }

  private mutating func entry(of excerpt: Excerpt) -> Int {
    let source =
      sources.firstIndex { $0.name == excerpt.source } ?? addSource(excerpt.source, lineCount: 0)
    let key = Key(source: source, line: excerpt.line, endLine: excerpt.endLine)
    var twins = 0
    var last: Int?
    var candidate = first[key]
    while let index = candidate {
      if entries[index].excerpt.quote == excerpt.quote { return index }
      twins += 1
      last = index
      candidate = entries[index].next
    }
    let index = entries.count
    if let last { entries[last].next = index } else { first[key] = index }
    entries.append(makeEntry(excerpt, source, twins: twins))
    return index
  }

  private mutating func makeEntry(_ excerpt: Excerpt, _ index: Int, twins: Int) -> Entry {
    let source = sources[index]
    let isRange = excerpt.endLine > excerpt.line
    let first = source.prefix + String(excerpt.line)
    let lines = isRange ? first + "–" + String(excerpt.endLine) : first
    let label =
      (isRange ? first + "-" + String(excerpt.endLine) : first) + Self.suffix(twins)
    let isLocated = excerpt.line >= 1 && excerpt.line <= source.lineCount
    if isLocated {
      for line in excerpt.line...max(excerpt.line, min(excerpt.endLine, source.lineCount)) {
        sources[index].isCited[line] = true
      }
    }
    let anchor =
      isLocated ? source.anchor + String(excerpt.line) : "E" + String(entries.count + 1)
    let place = source.kind == .notes ? " of the notes" : " of the answers"
    let reference = TemplateRecord(
      ReportShapes.reference,
      [
        .text(label), .text(lines), .text((isRange ? "Lines " : "Line ") + lines + place),
        Self.link(to: anchor),
      ])
    return Entry(
      excerpt: excerpt, source: index, label: label, anchor: anchor, isLocated: isLocated,
      reference: .record(reference), next: nil)
  }

  /// The letters that tell apart passages of the same lines: none, `b`, `c` … `z`, `za`, `zb`.
  private static func suffix(_ twins: Int) -> String {
    guard twins > 0 else { return "" }
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return String(repeating: "z", count: twins / 25) + String(letters[twins % 25])
  }

  /// A link to an element of the same page.
  static func link(to anchor: String) -> TemplateValue {
    SafeURL("#\(anchor)").map(TemplateValue.url) ?? .absent
  }

  @discardableResult
  private mutating func addSource(_ name: String, lineCount: Int) -> Int {
    if let known = sources.firstIndex(where: { $0.name == name }) { return known }
    let index = sources.count
    let kind = kinds.first { $0.file == name }?.kind ?? (index == 0 ? .notes : .answers)
    var prefix = kind == .notes ? "" : "A"
    var anchor = kind == .notes ? "L" : "A"
    if sources.contains(where: { $0.kind == kind }) {
      prefix = "S\(index + 1)."
      anchor = "S\(index + 1)-"
    }
    sources.append(
      Source(
        name: name, kind: kind, prefix: prefix, anchor: anchor, lineCount: lineCount,
        isCited: Array(repeating: false, count: lineCount + 1)))
    return index
  }
}
