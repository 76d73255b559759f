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
    /// How many passages before it are of the same lines.
    var twins: Int
    var isLocated: Bool
    var reference: TemplateValues.Taken
    /// The next entry that starts on a line of the same number; -1 for none.
    var next = -1
  }

  private(set) var sources: [Source] = []
  private var entries: [Entry] = []
  /// The first entry that starts on each line, whatever its source; -1 for none.
  private var first: [Int] = []
  /// The same for lines that no source at hand has.
  private var firstElsewhere: [Int: Int] = [:]
  /// The entries of the references to be added next.
  private var noted: [Int] = []
  private let kinds: [SourceRecord]
  /// Whether passages of the same lines that the page shows are one: its references only lead to the lines.
  private let joinsLines: Bool

  /// Starts with the inputs at hand; `records` says what kind each is, `isPage` that the report shows their lines.
  init(_ texts: [SourceText], records: [SourceRecord], isPage: Bool) {
    joinsLines = isPage
    kinds = records
    for text in texts { addSource(text.name, lineCount: text.lineCount) }
    first = Array(repeating: -1, count: (sources.map(\.lineCount).max() ?? 0) + 1)
    entries.reserveCapacity(256)
  }

  /// Adds the references of a statement.
  mutating func addReferences(_ excerpts: [Excerpt], to values: inout TemplateValues) {
    note(excerpts, &values)
    addNoted(to: &values)
  }

  /// Keeps the references of a part of a statement for ``addNoted(to:)``.
  mutating func note(_ excerpts: [Excerpt], _ values: inout TemplateValues) {
    for place in excerpts.indices {
      let index = entry(of: excerpts[place], &values)
      if !noted.contains(index) { noted.append(index) }
    }
  }

  /// Adds the references that were noted, each once.
  mutating func addNoted(to values: inout TemplateValues) {
    if noted.isEmpty { return values.addNothing() }
    values.open()
    for index in noted { values.add(entries[index].reference) }
    values.closeList()
    noted.removeAll(keepingCapacity: true)
  }

  /// Adds the cited passages, by source and line; with `onlyLoose` those whose line the page does not show.
  func addExcerpts(onlyLoose: Bool, to values: inout TemplateValues) {
    values.open()
    let shown = entries.indices.filter { !onlyLoose || !entries[$0].isLocated }
    for index in shown.sorted(by: { rank($0) < rank($1) }) {
      let entry = entries[index]
      values.open()
      writeLabel(entry.excerpt, source: entry.source, twins: entry.twins, to: &values)
      writeAnchor(
        entry.excerpt, source: entry.source, isLocated: entry.isLocated, number: index + 1,
        to: &values)
      values.addWritten()
      values.add(entry.excerpt.source)
      writeLines(entry.excerpt, to: &values)
      values.add(entry.excerpt.quote)
      values.close(ReportShapes.excerpt)
    }
    values.closeList(in: ReportShapes.excerpts)
  }

  private func rank(_ index: Int) -> (Int, Int, Int, Int) {
    let entry = entries[index]
    return (entry.source, entry.excerpt.line, entry.excerpt.endLine, index)
  }

  private mutating func entry(of excerpt: Excerpt, _ values: inout TemplateValues) -> Int {
    let source =
      sources.firstIndex { $0.name == excerpt.source } ?? addSource(excerpt.source, lineCount: 0)
    var twins = 0
    var last: Int?
    let isHere = first.indices.contains(excerpt.line)
    var index = isHere ? first[excerpt.line] : firstElsewhere[excerpt.line] ?? -1
    while index >= 0 {
      if entries[index].source == source, entries[index].excerpt.endLine == excerpt.endLine {
        if joinsLines && entries[index].isLocated { return index }
        if entries[index].excerpt.quote == excerpt.quote { return index }
        twins += 1
      }
      last = index
      index = entries[index].next
    }
    addEntry(excerpt, source, twins: twins, &values)
    index = entries.count - 1
    if let last {
      entries[last].next = index
    } else if isHere {
      first[excerpt.line] = index
    } else {
      firstElsewhere[excerpt.line] = index
    }
    return index
  }

  private mutating func addEntry(
    _ excerpt: Excerpt, _ index: Int, twins: Int, _ values: inout TemplateValues
  ) {
    let lineCount = sources[index].lineCount
    let isLocated = excerpt.line >= 1 && excerpt.line <= lineCount
    if isLocated {
      for line in excerpt.line...max(excerpt.line, min(excerpt.endLine, lineCount)) {
        sources[index].isCited[line] = true
      }
    }
    let isRange = excerpt.endLine > excerpt.line
    values.open()
    writeLabel(excerpt, source: index, twins: twins, to: &values)
    writeRange(excerpt, source: index, to: &values)
    values.addWritten()
    values.write(isRange ? "Lines " : "Line ")
    writeRange(excerpt, source: index, to: &values)
    values.write(sources[index].kind == .notes ? " of the notes" : " of the answers")
    values.addWritten()
    values.write("#")
    writeAnchor(
      excerpt, source: index, isLocated: isLocated, number: entries.count + 1, to: &values)
    values.addFragment()
    values.close(ReportShapes.reference)
    entries.append(
      Entry(
        excerpt: excerpt, source: index, twins: twins, isLocated: isLocated,
        reference: values.take()))
  }

  // MARK: Words

  private func writeLabel(
    _ excerpt: Excerpt, source: Int, twins: Int, to values: inout TemplateValues
  ) {
    values.write(sources[source].prefix)
    values.write(excerpt.line)
    if excerpt.endLine > excerpt.line {
      values.write("-")
      values.write(excerpt.endLine)
    }
    if twins > 0 { Self.writeSuffix(twins, to: &values) }
    values.addWritten()
  }

  /// Writes the letters that tell apart passages of the same lines: `b`, `c` … `y`, `za`, `zb`.
  private static func writeSuffix(_ twins: Int, to values: inout TemplateValues) {
    for _ in 0..<twins / 25 { values.write("z") }
    values.write(letters[twins % 25])
  }

  private static let letters = "abcdefghijklmnopqrstuvwxyz".map { String($0) }

  private func writeRange(
    _ excerpt: Excerpt, source: Int, to values: inout TemplateValues
  ) {
    values.write(sources[source].prefix)
    values.write(excerpt.line)
    if excerpt.endLine > excerpt.line {
      values.write("–")
      values.write(excerpt.endLine)
    }
  }

  private func writeLines(_ excerpt: Excerpt, to values: inout TemplateValues) {
    let isRange = excerpt.endLine > excerpt.line
    values.write(isRange ? "lines " : "line ")
    values.write(excerpt.line)
    if isRange {
      values.write(" to ")
      values.write(excerpt.endLine)
    }
    values.addWritten()
  }

  private func writeAnchor(
    _ excerpt: Excerpt, source: Int, isLocated: Bool, number: Int, to values: inout TemplateValues
  ) {
    values.write(isLocated ? sources[source].anchor : "E")
    values.write(isLocated ? excerpt.line : number)
  }

  // MARK: Sources

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
