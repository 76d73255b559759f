/// The vocabularies that nobody extends, by the name of their Swift type.
enum ClosedVocabularies {
  private static let words: [(type: String, words: [String])] = [
    entry(Outcome.self), entry(Controllable.self), entry(JourneyStage.self), entry(EventKind.self),
    entry(SignalKind.self), entry(SaveOutcome.self), entry(RiskStage.self),
    entry(WinBackLikelihood.self), entry(SourceKind.self),
  ]

  private static func entry<Word>(
    _ type: Word.Type
  ) -> (type: String, words: [String]) where Word: CaseIterable & RawRepresentable<String> {
    ("\(type)", type.allCases.map(\.rawValue))
  }

  /// What would have been right, given the complaint of a `Decodable` type.
  ///
  /// The standard library's complaint about an unknown word names the vocabulary's type and nothing else that a person
  /// could use.
  static func expectation(in complaint: String) -> String {
    let entry = words.first { complaint.utf8.starts(with: "Cannot initialize \($0.type) ".utf8) }
    guard let entry else { return complaint }
    return "expected one of " + entry.words.joined(separator: ", ")
  }
}
