import Evidence

/// Reads a form export as RFC 4180 describes it, and as programs really write it, into one record a row.
struct CSVReader {
  /// The most columns that a row may have.
  private static let columnLimit = 1_000

  private struct Cell {
    var text: String
    var range: Range<Int>
  }

  private var builder: RecordBuilder
  private let end: Int
  private var index: Int
  private var separator = UInt8(ascii: ",")

  init(builder: RecordBuilder, range: Range<Int>) {
    self.builder = builder
    index = range.lowerBound
    end = range.upperBound
  }

  /// Reads to the end, or to the first row that has too many columns.
  mutating func read() -> RecordBuilder {
    if !readSeparatorLine() { separator = CSVSeparator.detected(in: bytes[index..<end]) }
    var rows: [[Cell]] = []
    while rows.count < CSVHeader.rowLimit, let row = readRow() { rows.append(row) }
    guard !rows.isEmpty else { return builder }
    let header = CSVHeader(rows.map { $0.map(\.text) })
    for (number, row) in rows.enumerated() {
      if number < header.rowCount { keepAsHeader(row) } else { take(row, header.keys) }
    }
    while let row = readRow() { take(row, header.keys) }
    return builder
  }

  private mutating func keepAsHeader(_ row: [Cell]) {
    guard let last = row.last else { return }
    let end = max(last.range.lowerBound, last.range.upperBound - 1)
    builder.headerEnd = builder.source.line(at: end)
  }

  private mutating func take(_ row: [Cell], _ keys: [[String]?]) {
    tellIfRagged(row, columns: keys.count)
    builder.add(record(row, keys: keys))
  }

  /// Each column's answer; a missing cell is an empty answer at the row's end, and a surplus one has no question.
  private func record(_ row: [Cell], keys: [[String]?]) -> AnswerRecord {
    let source = builder.source
    let rowEnd = row.last?.range.upperBound ?? index
    let answers = (0..<max(row.count, keys.count)).compactMap { column -> Answer? in
      guard var path = column < keys.count ? keys[column] : [""] else { return nil }
      let cell = column < row.count ? row[column] : Cell(text: "", range: rowEnd..<rowEnd)
      // A choice that was ticked answers the question.
      if path.count > 1, cell.text == path.last { path.removeLast() }
      let start = source.position(at: cell.range.lowerBound)
      let last = max(cell.range.lowerBound, cell.range.upperBound - 1)
      return Answer(
        path: path, text: cell.text, line: start.line, endLine: source.line(at: last),
        column: start.column)
    }
    let line = source.line(at: row.first?.range.lowerBound ?? index)
    return AnswerRecord(source: source.name, line: line, answers: answers)
  }

  private mutating func tellIfRagged(_ row: [Cell], columns: Int) {
    guard row.count != columns else { return }
    let what =
      row.count < columns
      ? "the missing ones are taken as empty" : "the surplus ones are kept without a question"
    builder.tell(
      "answers-csv-ragged", .warning,
      "The row has \(row.count) cells and the header \(columns); \(what). A cell that contains the separator or a line break needs quotes",
      at: row.first?.range.lowerBound ?? index)
  }

  // MARK: Rows and cells

  /// The next row that is not blank, or nothing at the end or where a row is too long.
  private mutating func readRow() -> [Cell]? {
    while index < end {
      let start = index
      var row: [Cell] = []
      while true {
        guard row.count < Self.columnLimit else {
          builder.tell(
            "answers-csv-columns", .error,
            "The row has more than \(Self.columnLimit) columns; neither it nor what follows is read",
            at: start)
          index = end
          return nil
        }
        row.append(readCell())
        guard index < end, bytes[index] == separator else { break }
        index += 1
      }
      skipLineBreak()
      if row.contains(where: { !$0.text.isEmpty }) { return row }
    }
    return nil
  }

  private mutating func readCell() -> Cell {
    if index < end, bytes[index] == 0x22 { return readQuotedCell() }
    let start = index
    var bareQuote: Int?
    while index < end, bytes[index] != separator, !isLineBreak(bytes[index]) {
      if bytes[index] == 0x22, bareQuote == nil { bareQuote = index }
      index += 1
    }
    if let bareQuote {
      builder.tell(
        "answers-csv-quote", .note,
        "A quote inside a cell that does not start with one is kept as it is; quote the whole cell and double the quote",
        at: bareQuote)
    }
    return Cell(text: builder.source.text(start..<index), range: start..<index)
  }

  /// Reads to the quote that is followed by a separator or line break; other quotes are part of the text.
  private mutating func readQuotedCell() -> Cell {
    let start = index
    var text: [UInt8] = []
    var chunk = index + 1
    index += 1
    while index < end {
      guard bytes[index] == 0x22 else {
        index += 1
        continue
      }
      let next = index + 1
      if next == end || bytes[next] == separator || isLineBreak(bytes[next]) {
        text += bytes[chunk..<index]
        index = next
        return Cell(text: String(decoding: text, as: UTF8.self), range: start..<index)
      }
      if bytes[next] == 0x22 {
        text += bytes[chunk...index]
        index += 2
        chunk = index
      } else {
        builder.tell(
          "answers-csv-quote", .note,
          "A single quote inside a quoted cell is kept as it is; double it", at: index)
        index += 1
      }
    }
    text += bytes[min(chunk, end)..<end]
    builder.tell(
      "answers-csv-unclosed", .error,
      "The quote that opens here is never closed, so that all that follows is one cell; close it",
      at: start)
    return Cell(text: String(decoding: text, as: UTF8.self), range: start..<end)
  }

  // MARK: Bytes

  private var bytes: [UInt8] { builder.source.utf8 }

  private func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func skipLineBreak() {
    guard index < end else { return }
    let isCRLF = bytes[index] == 0x0D && index + 1 < end && bytes[index + 1] == 0x0A
    index += isCRLF ? 2 : 1
  }

  /// Reads a first line such as `sep=;`, which Excel writes and reads.
  private mutating func readSeparatorLine() -> Bool {
    let line = bytes[index..<end].prefix { !isLineBreak($0) }
    let content = line.filter { $0 != 0x22 }
    guard content.count == 5,
      content.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8).map({ $0 | 0x20 }),
      let last = content.last, CSVSeparator.known.contains(last)
    else { return false }
    separator = last
    index = line.endIndex
    skipLineBreak()
    return true
  }
}
