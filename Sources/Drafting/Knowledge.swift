import CVocabulary
import Language
package import Settings

/// What drafting knows before it reads a note: the vocabulary, and the points learnt from labelled notes.
package struct Knowledge: Sendable {
  private(set) var lexicon: Lexicon
  /// What units are: lessons, actions, warnings and so on.
  let units: Judge
  /// What dates are: events, the start, the notice, the end.
  let dates: Judge
  /// What names are: the account, its CSM, a rival.
  let names: Judge
  /// What words of the opening are: the account's trade.
  let trades: Judge
  /// What a second look adds to what units, dates and names are.
  let unitsAgain: SecondLook
  let datesAgain: SecondLook
  let namesAgain: SecondLook
  /// What verdicts on the whole note weigh.
  let points: VerdictPoints
  /// What a company has changed in the rules.
  private(set) var company = CompanyRules(CompanySettings())

  /// Reads the vocabulary's files and the points from `files`, by path.
  package init(files: [(path: String, bytes: PackedBytes)]) {
    lexicon = Lexicon(Self.vocabulary(files))
    func points(_ name: String) -> PackedBytes {
      files.first { $0.path == "points/\(name)" }?.bytes ?? PackedBytes(keeping: [])
    }
    units = Judge(PointTable(points("units.points")))
    dates = Judge(PointTable(points("dates.points")))
    names = Judge(PointTable(points("names.points")))
    trades = Judge(PointTable(points("trades.points")))
    unitsAgain = SecondLook(points("units.look"))
    datesAgain = SecondLook(points("dates.look"))
    namesAgain = SecondLook(points("names.look"))
    self.points = VerdictPoints(parsing: points("verdicts.tsv").all)
  }

  /// The built-in knowledge with what a company's settings add to it.
  ///
  /// - Throws: What is wrong with the settings; they are used whole or not at all.
  package init(_ settings: CompanySettings) throws(SettingsError) {
    self = .standard
    company = CompanyRules(settings)
    let words = CompanyVocabulary(settings, known: lexicon.labels)
    lexicon.add(words, to: Self.vocabulary(Self.embedded("vocabulary/")))
    let findings = words.findings + words.findings(lexicon.companyProblems)
    guard findings.isEmpty else { throw SettingsError(findings: findings) }
  }

  private static func vocabulary(_ files: [(path: String, bytes: PackedBytes)]) -> [VocabularyFile]
  {
    files.filter { $0.path.hasPrefix("vocabulary/") && $0.path.hasSuffix(".txt") }
      .map { VocabularyFile(name: $0.path, utf8: $0.bytes.all) }
  }

  /// The built-in knowledge, read once.
  package static let standard = Knowledge(files: embedded())

  /// The built-in knowledge with some of its files replaced, as training needs it.
  package static func standard(with files: [(path: String, bytes: PackedBytes)]) -> Knowledge {
    Knowledge(files: embedded().filter { old in !files.contains { $0.path == old.path } } + files)
  }

  /// The files that are embedded in the program and whose paths begin with `prefix`.
  private static func embedded(_ prefix: String = "") -> [(path: String, bytes: PackedBytes)] {
    let files = unsafe UnsafeBufferPointer(
      start: c_vocabulary_files(), count: c_vocabulary_file_count)
    return unsafe files.compactMap { file in
      let path = unsafe String(cString: file.path)
      guard path.hasPrefix(prefix) else { return nil }
      let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.count)
      return unsafe (path, PackedBytes(embedded: bytes))
    }
  }
}
