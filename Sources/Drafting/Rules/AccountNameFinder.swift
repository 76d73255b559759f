import Evidence
import Language

/// Finds what a note calls its account among the names that it uses.
struct AccountNameFinder {
  let note: Note
  let names: NameFeatures
  let verdicts: Verdicts

  /// The account's name, with the place where it stands first.
  func account() -> (String, Excerpt)? {
    account(least: -2) ?? title() ?? account(least: -7)
  }

  /// The first name of the first line, behind what the title says of the note: `Questions for Aranmara Seaweeds, answered …`.
  private func title() -> (String, Excerpt)? {
    guard let passage = note.layout.passages.first, let text = note.texts.first,
      !passage.isHeading || note.layout.sections[passage.section].kinds.isEmpty
    else { return nil }
    switch passage.form {
    case .heading, .paragraph: break
    default: return nil
    }
    let words = text.tokens.prefix { $0.kind == .word && !Self.titleWords.contains($0) }
    if (1...5).contains(words.count), !words.contains(where: Self.sentenceWords.contains),
      text.text(of: words.indices) != note.layout.writer?.name
    {
      return (text.text(of: words.indices), passage.excerpt(text.bytes(of: words.indices)))
    }
    let head = text.tokens.indices.prefix(Self.titleLength)
    let people = People(note: note, csm: nil)
    let run = ProperNames.runs(in: head, of: text).first { run in
      !people.isPerson(run, text) && !run.contains { Self.titleWords.contains(text.tokens[$0]) }
        && text.tokens[run.lowerBound].kind == .word
    }
    return run.map { (ProperNames.name(at: $0, in: text), passage.excerpt(text.bytes(of: $0))) }
  }

  /// Whether a name's first place is a title's word, as in `Questions for Aranmara Seaweeds`.
  private func saysWhatTheNoteIs(_ name: Int) -> Bool {
    guard let place = names.names[name].places.first else { return false }
    let text = note.texts[note.units[place.unit].passage]
    return place.tokens.allSatisfy { Self.titleWords.contains(text.tokens[$0]) }
  }

  /// How many words and marks of the first line may lead to the name.
  private static let titleLength = 16

  /// Words of sentences: `They left in May` is nobody's name.
  private static let sentenceWords = WordSet("they we he she it you their our")

  /// What titles say of a note rather than of its account.
  private static let titleWords = WordSet(
    """
    exit churn loss lost cancelled cancellation post postmortem interview notes note call review report how why gone closing
    questions question answers q a transcript transcription recording recorded form forwarded fwd fw re pasted copy chain
    thread mail mails email emails zoom teams whatsapp slack record file log subject from to date account client customer
    answered asked for the kept all hi
    """)

  private func account(least: Double) -> (String, Excerpt)? {
    name("account", least: least, among: [.other, .account, .capitals])
  }

  /// The name that reads most like `target` among those of some standings, with the first place where it stands.
  func name(
    _ target: String, least: Double, among standings: [NameFeatures.Standing]
  ) -> (String, Excerpt)? {
    let names = names.names
    let candidates = names.indices.filter {
      standings.contains(names[$0].standing) && (target != "account" || !saysWhatTheNoteIs($0))
    }
    let best = candidates.max { verdicts.score(target, $0) < verdicts.score(target, $1) }
    guard let best, verdicts.score(target, best) > least, let place = names[best].places.first
    else { return nil }
    let unit = note.units[place.unit]
    return (
      names[best].text,
      note.passage(of: unit).excerpt(note.texts[unit.passage].bytes(of: place.tokens))
    )
  }
}

extension AccountNameFinder {
  /// Reads nothing of `note` but the names that it uses.
  init(_ note: Note, _ knowledge: Knowledge) {
    let names = NameFeatures(note: note, lexicon: knowledge.lexicon)
    self.init(note: note, names: names, verdicts: names.judged(by: knowledge.names))
  }
}
