/// Finds pipe tables in the lines of a paragraph, as GitHub's Markdown draws them; cmark does not know tables.
enum PipeTable {
  /// The index in `contents`, the paragraph's lines, of a table's header: the line before the first delimiter row.
  static func headerIndex(in contents: [Range<Int>], of bytes: [UInt8]) -> Int? {
    for index in contents.indices.dropFirst() {
      guard let columns = delimiterColumns(contents[index], of: bytes) else { continue }
      let header = contents[index - 1]
      let hasPipe =
        bytes[header].contains(Ascii.pipe) || bytes[contents[index]].contains(Ascii.pipe)
      if hasPipe, cells(in: header, of: bytes).count == columns { return index - 1 }
    }
    return nil
  }

  /// The cells of a row, without the white space around them.
  ///
  /// A pipe after a backslash does not end a cell.
  static func cells(in row: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
    var row = trim(row, of: bytes)
    if let first = row.first, bytes[first] == Ascii.pipe { row = first + 1..<row.upperBound }
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    var index = start
    while index < row.upperBound {
      if bytes[index] == Ascii.backslash {
        index += 2
        continue
      }
      if bytes[index] == Ascii.pipe {
        cells.append(trim(start..<index, of: bytes))
        start = index + 1
      }
      index += 1
    }
    if start < row.upperBound || cells.isEmpty {
      cells.append(trim(start..<row.upperBound, of: bytes))
    }
    return cells
  }

  /// How many columns a delimiter row, such as `|---|:-:|`, has; nil for another line.
  private static func delimiterColumns(_ row: Range<Int>, of bytes: [UInt8]) -> Int? {
    var hasHyphen = false
    for index in row {
      switch bytes[index] {
      case Ascii.hyphen: hasHyphen = true
      case Ascii.pipe, Ascii.colon, Ascii.space, Ascii.tab: continue
      default: return nil
      }
    }
    guard hasHyphen else { return nil }
    let cells = cells(in: row, of: bytes)
    let isDelimiter = cells.allSatisfy { cell in
      var dashes = cell
      if let first = dashes.first, bytes[first] == Ascii.colon {
        dashes = first + 1..<dashes.upperBound
      }
      if let last = dashes.last, bytes[last] == Ascii.colon { dashes = dashes.lowerBound..<last }
      return !dashes.isEmpty && bytes[dashes].allSatisfy { $0 == Ascii.hyphen }
    }
    return isDelimiter ? cells.count : nil
  }

  private static func trim(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, Ascii.isBlank(bytes[low]) { low += 1 }
    while high > low, Ascii.isBlank(bytes[high - 1]) { high -= 1 }
    return low..<high
  }
}
