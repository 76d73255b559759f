import Language

/// Tells who is meant: the writer by "I" and "me", others by name.
struct People {
  let note: Note
  /// The name of whoever wrote the note, where it is known.
  let writer: String?

  private static let writerWords: Set<String> = [
    "i", "me", "i'm", "i'll", "i've", "i'd", "my", "myself",
  ]
  /// Words before a name that say that the name is not the one who acts.
  private static let targets: Set<String> = [
    "to", "for", "with", "from", "of", "at", "on", "about", "by", "against", "via", "in", "and",
    "tell", "send", "ask", "give", "call", "ring", "phone", "email",
  ]

  /// Who is to do what the unit tells.
  func owner(of unit: Unit) -> String? {
    let text = note.texts[unit.passage]
    let runs = ProperNames.runs(in: unit.tokens, of: text)
    let writerToken = unit.tokens.first { index in
      Self.writerWords.contains(ProperNames.word(text.tokens[index], text))
    }
    let actor = runs.first { run in isActor(run, unit, text) }
    if let writerToken, writerToken < (actor?.lowerBound ?? .max),
      let writer = speaker(of: unit) ?? writer
    {
      return writer
    }
    if let actor { return resolved(text.text(of: actor)) }
    if writerToken != nil { return speaker(of: unit) ?? writer }
    return nil
  }

  /// In a transcript or a mail "I" is whoever speaks.
  private func speaker(of unit: Unit) -> String? {
    note.passage(of: unit).speaker.map { note.layout.participants[$0].name }
      .flatMap { $0.lowercased() == "me" ? writer : $0 }
  }

  private func isActor(_ run: Range<Int>, _ unit: Unit, _ text: TokenizedText) -> Bool {
    guard run.count <= 3 else { return false }
    guard run.lowerBound > unit.tokens.lowerBound else { return true }
    let before = ProperNames.word(text.tokens[run.lowerBound - 1], text)
    return !Self.targets.contains(before)
  }

  /// The fullest form of a name that the note gives; "me" is the writer.
  func resolved(_ name: String) -> String {
    let wanted = name.lowercased()
    if Self.writerWords.contains(wanted) || wanted == "csm" { return writer ?? name }
    if let writer, writer.lowercased().hasPrefix(wanted + " ") { return writer }
    return note.layout.participants.first { $0.name.lowercased().hasPrefix(wanted + " ") }?.name
      ?? name
  }

  /// Who says what stands at `range` of the unit: the passage's speaker, or the nearest name of a person before or behind it.
  func speaker(ofQuotation range: Range<Int>, in unit: Unit) -> String? {
    let passage = note.passage(of: unit)
    if let speaker = passage.speaker { return note.layout.participants[speaker].name }
    let text = note.texts[unit.passage]
    let runs = ProperNames.runs(in: 0..<text.tokens.count, of: text).filter { run in
      run.count <= 3 && !text.bytes(of: run).overlaps(range)
    }
    let before = runs.last {
      text.bytes(of: $0).upperBound <= range.lowerBound
        && range.lowerBound - text.bytes(of: $0).upperBound < 120
    }
    let after = runs.first {
      text.bytes(of: $0).lowerBound >= range.upperBound
        && text.bytes(of: $0).lowerBound - range.upperBound < 24
    }
    return (after ?? before).map { resolved(text.text(of: $0)) }
  }
}
