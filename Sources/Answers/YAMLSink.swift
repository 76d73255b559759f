import Evidence

/// What takes the maps, lists and values of a YAML file as its reader meets them.
protocol YAMLSink {
  /// What the identifiers of findings begin with, such as `answers`.
  static var subject: String { get }
  /// What messages call a value, such as `answer`.
  static var value: String { get }
  /// The file.
  var source: SourceText { get }

  /// Notes something about the byte at `offset`.
  mutating func tell(_ id: String, _ severity: Finding.Severity, _ message: String, at offset: Int)
  /// Opens a map at `offset`; false, with a finding, where it is nested too deeply.
  mutating func openMap(at offset: Int) -> Bool
  /// Opens a list at `offset`; false, with a finding, where it is nested too deeply.
  mutating func openList(at offset: Int) -> Bool
  /// Closes the innermost map or list, which ends before the byte at `end`.
  mutating func close(at end: Int)
  /// Takes a key or a value that stands at `range` of the file.
  mutating func scalar(_ text: String, _ range: Range<Int>)
}
