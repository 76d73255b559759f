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

  /// Reads the lines of a note's front matter as YAML; positions are those of the whole file.
  ///
  /// Where a mistake leaves nothing of it, each line that stands as `key: value` is still read. Lines that the file
  /// does not have are left out.
  public init(readingFrontMatter source: SourceText, lines: ClosedRange<Int>) {
    var builder = RecordBuilder(source: source)
    let lines = lines.clamped(to: 1...max(1, source.lineCount))
    let end = lines.upperBound
    builder.read(
      source.lineStarts[lines.lowerBound - 1]..<source.range(ofLine: end).upperBound, as: .yaml)
    headerEnd = builder.headerEnd
    let (whole, findings) = builder.finish()
    self.findings = findings
    let plain =
      whole.isEmpty && !findings.isEmpty ? PlainLines(source: source).answers(of: lines) : []
    records =
      plain.first.map { [AnswerRecord(source: source.name, line: $0.line, answers: plain)] }
      ?? whole
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
