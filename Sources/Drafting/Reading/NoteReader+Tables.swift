import Chronology
import Markup

extension NoteReader {
  mutating func readTable() {
    let table = document.elements[element]
    var rows: [[Int]] = []
    var index = element + 1
    while index < table.end {
      switch document.elements[index].kind {
      case .tableRow: rows.append([])
      case .tableCell: rows[rows.count - 1].append(index)
      default: break
      }
      index += 1
    }
    rows = withoutNumbers(rows)
    guard let header = rows.first else { return }
    let titles = header.map { document.flow(of: $0).utf8 }
    let names = titles.map { lexicon.columnName(of: $0) }
    closeListSections()
    if isFieldTable(titles: titles, names: names, rows: rows) {
      for row in rows where row.count >= 2 { readFieldRow(row) }
    } else {
      readRows(Array(rows.dropFirst()), titles: titles, names: names)
    }
    element = table.end - 1
  }

  /// Rows of three cells without the first where that only numbers them from one, as `1` or `1.`.
  private func withoutNumbers(_ rows: [[Int]]) -> [[Int]] {
    guard rows.count > 2, rows.allSatisfy({ $0.count == 3 }),
      rows.enumerated().dropFirst().allSatisfy({ number, row in
        let cell = document.flow(of: row[0]).utf8
        let text = String(decoding: cell[Bytes.trimmed(0..<cell.count, in: cell)], as: UTF8.self)
        return text == "\(number)" || text == "\(number)."
      })
    else { return rows }
    return rows.map { Array($0.dropFirst()) }
  }

  /// Two columns of which the first holds keys: what a form prints.
  private func isFieldTable(titles: [[UInt8]], names: [String?], rows: [[Int]]) -> Bool {
    guard titles.count == 2 else { return false }
    if names[0] == "key" { return true }
    if names[0] == "date" || names[1] == "owner" || names[1] == "due" { return false }
    let known = rows.count { row in
      row.first.map { !lexicon.fieldNames(of: document.flow(of: $0).utf8).isEmpty } ?? false
    }
    return known * 3 >= rows.count && known >= 1
  }

  private mutating func readFieldRow(_ row: [Int]) {
    let key = document.flow(of: row[0])
    let value = document.flow(of: row[1])
    let keyRange = Bytes.trimmed(0..<key.utf8.count, in: key.utf8)
    let valueRange = Bytes.trimmed(0..<value.utf8.count, in: value.utf8)
    guard !keyRange.isEmpty, !valueRange.isEmpty else { return }
    let name = Array(key.utf8[keyRange])
    // "Complaint of 3 May" in the column of the keys dates what the row tells.
    if DateReader.namesDate(name[...]) {
      readRows([row], titles: [], names: [])
      return
    }
    if name.last == 0x3F { ask(name) } else { question = nil }
    append(.value(key: String(decoding: name, as: UTF8.self)), value, valueRange)
    layout.fields.append(
      Field(
        key: String(decoding: name, as: UTF8.self), name: lexicon.fieldNames(of: name).first,
        passage: layout.passages.count - 1, isAnswer: false))
    question = nil
  }

  private mutating func readRows(_ rows: [[Int]], titles: [[UInt8]], names: [String?]) {
    let table = layout.tables.count
    var cells: [[Int?]] = []
    for (rowIndex, row) in rows.enumerated() {
      var passages: [Int?] = []
      for (column, cell) in row.enumerated() {
        let flow = document.flow(of: cell)
        let range = Bytes.trimmed(0..<flow.utf8.count, in: flow.utf8)
        guard !range.isEmpty else {
          passages.append(nil)
          continue
        }
        append(.cell(table: table, row: rowIndex, column: column), flow, range)
        passages.append(layout.passages.count - 1)
      }
      cells.append(passages)
    }
    layout.tables.append(
      NoteTable(
        header: titles.map { String(decoding: $0, as: UTF8.self) }, columns: names, rows: cells,
        section: section))
  }
}
