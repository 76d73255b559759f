import Language
import PostmortemModel

extension Verdicts {
  /// Heeds what a company's own phrases and headings say: nothing was learnt of them, so they count by themselves.
  ///
  /// So does a sentence that the note itself names a lesson ("Lesson: never close such a ticket").
  mutating func heed(_ note: Note) {
    for (index, unit) in note.units.enumerated() {
      let passage = note.passage(of: unit)
      if unit.range.lowerBound == 0, note.fieldName(ofPassage: unit.passage) == "lessons",
        EventText.hasWords(4, in: note.texts[unit.passage].tokens[unit.tokens])
      {
        raise("lesson", index, to: 1)
      }
      if let kind = note.layout.sections[passage.section].companyKind,
        let target = Self.target(ofSection: kind), !Self.isHeading(passage),
        !note.layout.questionPassages.contains(unit.passage)
      {
        raise(target, index, to: 1)
      }
      for cue in unit.cues where cue.isOwn && cue.modality == .asserted {
        for target in Self.targets(of: cue.topic) {
          // One of several kinds must outdo what was learnt for the others.
          raise(target, index, to: target.utf8.contains(0x2F) ? 5 : 1)
        }
      }
    }
  }

  private static func isHeading(_ passage: Passage) -> Bool {
    if case .heading = passage.form { true } else { false }
  }

  /// What every sentence under a heading of the company's own is.
  private static func target(ofSection kind: String) -> String? {
    switch kind {
    case "lessons": "lesson"
    case "actions": "action"
    case "signals": "signal"
    case "turning-point": "turning_point"
    default: nil
    }
  }

  /// The targets that a phrase with this topic speaks for.
  private static func targets(of topic: Lexicon.Topic) -> [String] {
    switch topic {
    case .signal(let kind): ["signal", "signal/\(kind.rawValue)"]
    case .role("lesson"): ["lesson"]
    case .role("action"): ["action"]
    case .role("turning-point"): ["turning_point"]
    case .role("winback-likely"): ["win_back/likely"]
    case .role("winback-possible"): ["win_back/possible"]
    case .role("winback-unlikely"): ["win_back/unlikely"]
    case .other(let label): [label]
    default: []
    }
  }
}
