import CVocabulary
import Language

/// What drafting knows before it reads a note: the vocabulary, and the points learnt from labelled notes.
package struct Knowledge: Sendable {
  let lexicon: Lexicon
  /// What units are: lessons, actions, warnings and so on.
  let units: Judge
  /// What dates are: events, the start, the notice, the end.
  let dates: Judge
  /// What names are: the account, its CSM, a rival.
  let names: Judge
  /// What verdicts on the whole note weigh.
  let points: VerdictPoints

  /// Reads the vocabulary's files and the points from `files`, by path.
  package init(files: [(path: String, bytes: [UInt8])]) {
    let vocabulary = files.filter { $0.path.hasPrefix("vocabulary/") && $0.path.hasSuffix(".txt") }
    lexicon = Lexicon(vocabulary.map { VocabularyFile(name: $0.path, utf8: $0.bytes) })
    func points(_ name: String) -> [UInt8] {
      files.first { $0.path == "points/\(name)" }?.bytes ?? []
    }
    units = Judge(PointTable(unpacking: points("units.points")))
    dates = Judge(PointTable(unpacking: points("dates.points")))
    names = Judge(PointTable(unpacking: points("names.points")))
    self.points = VerdictPoints(parsing: points("verdicts.tsv"))
  }

  /// The built-in knowledge, read once.
  package static let standard = Knowledge(files: embedded())

  /// The built-in knowledge with some of its files replaced, as training needs it.
  package static func standard(with files: [(path: String, bytes: [UInt8])]) -> Knowledge {
    Knowledge(files: embedded().filter { old in !files.contains { $0.path == old.path } } + files)
  }

  /// The files that are embedded in the program.
  private static func embedded() -> [(path: String, bytes: [UInt8])] {
    let files = unsafe UnsafeBufferPointer(
      start: c_vocabulary_files(), count: c_vocabulary_file_count)
    return unsafe files.map { file in
      unsafe (
        String(cString: file.path),
        Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      )
    }
  }
}
