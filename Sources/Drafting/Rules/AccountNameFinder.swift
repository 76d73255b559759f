import Evidence
import Language

/// Finds what a note calls its account among the names that it uses.
struct AccountNameFinder {
  let note: Note
  let names: NameFeatures
  let verdicts: Verdicts

  /// The account's name, with the place where it stands first.
  func account() -> (String, Excerpt)? {
    name("account", least: -2) ?? title() ?? name("account", least: -7)
  }

  /// The first words of the first line, up to what the title says of them.
  private func title() -> (String, Excerpt)? {
    guard let passage = note.layout.passages.first, let text = note.texts.first else { return nil }
    switch passage.form {
    case .heading, .paragraph: break
    default: return nil
    }
    let words = text.tokens.prefix { $0.kind == .word && !Self.titleWords.contains($0) }
    guard (1...5).contains(words.count) else { return nil }
    return (text.text(of: words.indices), passage.excerpt(text.bytes(of: words.indices)))
  }

  private static let titleWords = WordSet(
    "exit churn loss lost cancelled cancellation post postmortem interview notes note call review report how why gone closing"
  )

  /// The name that reads most like `target`, with the first place where it stands.
  func name(_ target: String, least: Double) -> (String, Excerpt)? {
    let names = names.names
    let isAccount = target == "account"
    let candidates = names.indices.filter {
      !isAccount || [.other, .account, .capitals].contains(names[$0].standing)
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
    self.init(
      note: note, names: names, verdicts: knowledge.names.judge(names.names.count, names.read))
  }
}
