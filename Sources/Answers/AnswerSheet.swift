public import Evidence

/// Structured answers, read from YAML, JSON or CSV into ordered, positioned question-answer pairs.
///
/// Reading never fails: what is wrong with a file is told in `findings`, and the records that stand whole before a
/// mistake are kept.
public struct AnswerSheet: Sendable {
  /// The records, in the order of the file.
  public let records: [AnswerRecord]
  /// The line on which the header of a table ends; 0 where the file is no table.
  public let headerEnd: Int
  /// What is wrong with the file; what `SourceText` repaired is told there and not repeated.
  public let findings: [Finding]

  /// Reads a whole file.
  public init(reading source: SourceText, as format: AnswerFormat) {
    var builder = RecordBuilder(source: source)
    builder.read(0..<source.utf8.count, as: format)
    builder.tellIfEmpty()
    headerEnd = builder.headerEnd
    (records, findings) = builder.finish()
  }

  /// Reads some lines of a file, such as a note's front matter; positions are those of the whole file.
  ///
  /// Lines that the file does not have are left out.
  public init(reading source: SourceText, lines: ClosedRange<Int>, as format: AnswerFormat) {
    var builder = RecordBuilder(source: source)
    let lines = lines.clamped(to: 1...max(1, source.lineCount))
    let end = lines.upperBound
    builder.read(
      source.lineStarts[lines.lowerBound - 1]..<source.range(ofLine: end).upperBound, as: format)
    headerEnd = builder.headerEnd
    (records, findings) = builder.finish()
  }
}

extension RecordBuilder {
  fileprivate mutating func read(_ range: Range<Int>, as format: AnswerFormat) {
    guard range.count <= format.byteLimit else {
      tell(
        "answers-size", .error,
        "The answers have \(range.count) bytes, and no more than \(format.byteLimit) are read as \(format.rawValue.uppercased()); split the file",
        at: range.lowerBound)
      return
    }
    switch format {
    case .yaml:
      var reader = YAMLReader(builder: self, range: range)
      self = reader.read()
    case .json:
      var reader = JSONReader(builder: self, range: range)
      self = reader.read()
    case .csv:
      var reader = CSVReader(builder: self, range: range)
      self = reader.read()
    }
  }
}
