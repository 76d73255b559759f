import Chronology
public import Evidence
public import PostmortemModel

/// One rule of reading: it looks at the whole note and fills one part of the post-mortem.
struct Rule: Sendable {
  /// A stable name, such as `turning-point`.
  let id: String
  /// What it does, in a sentence.
  let summary: String
  /// Fills its part.
  let apply: @Sendable (Reading, inout Draft) -> Void
}

/// What rules look at: the note, what its units seem to be, and the vocabulary.
final class Reading: Sendable {
  let note: Note
  let knowledge: Knowledge
  /// What each unit seems to be.
  let verdicts: Verdicts
  /// What each date of the chronology seems to be.
  let dates: Verdicts
  /// The names that the note uses, and what each seems to be.
  let names: NameFeatures
  let nameVerdicts: Verdicts
  let dateFeatures: DateFeatures
  /// What cause each unit seems to speak of.
  let causes: CauseLikelihoods
  /// What may be the turning point.
  let moments: Moments

  init(_ note: Note, _ knowledge: Knowledge) {
    self.note = note
    self.knowledge = knowledge
    dateFeatures = DateFeatures(note: note, lexicon: knowledge.lexicon)
    names = NameFeatures(note: note, lexicon: knowledge.lexicon)
    var look = NoteLook(note, dateFeatures, names, knowledge)
    look.lookAgain(knowledge)
    (dates, nameVerdicts) = (look.dates, look.names)
    var verdicts = look.units
    verdicts.heed(note)
    self.verdicts = verdicts
    causes = CauseLikelihoods(verdicts, units: note.units, own: knowledge.company.categories)
    moments = Moments(note, verdicts, knowledge.points)
  }
}

/// A drafted post-mortem, and what there is to say about its inputs.
public struct Draft: Sendable {
  /// The post-mortem.
  public var postmortem: Postmortem
  /// What was wrong with the inputs, or unclear in them.
  public var findings: [Finding]
}
