import Language

/// Tells who is meant: the writer by "I" and "me", others by name.
struct People {
  let note: Note
  /// The name of whoever wrote the note, where it is known.
  let writer: String?
  /// Who looked after the account.
  let csm: String?
  /// The initials of each participant.
  private let initials: [String]

  /// The people of `note`; where it does not tell who wrote it, that is the account's CSM.
  init(note: Note, csm: String?) {
    self.note = note
    self.csm = csm
    initials = note.layout.participants.map { Self.initials($0.key) }
    let name = note.layout.writer?.name ?? csm
    if let csm, let name, csm.lowercased().hasPrefix(name.lowercased()) {
      writer = csm
    } else {
      writer = name
    }
  }

  /// The participant whom `name` means: by the full name, a first name, a surname, an alias or initials.
  func participant(_ name: String) -> Participant? {
    let wanted = name.lowercased()
    guard !wanted.isEmpty else { return nil }
    var best: (score: Int, index: Int)?
    for (index, participant) in note.layout.participants.enumerated() {
      let score = Self.likeness(wanted, to: participant, initials[index])
      if score > best?.score ?? 0 { best = (score, index) }
    }
    return best.map { note.layout.participants[$0.index] }
  }

  private static func likeness(
    _ wanted: String, to participant: Participant, _ initials: String
  ) -> Int {
    let known = participant.key
    if known == wanted { return 5 }
    if participant.aliasKeys.contains(wanted) { return 4 }
    if known.hasPrefix(wanted), known.hasPrefix(wanted + " ") { return 3 }
    if known.hasSuffix(wanted), known.hasSuffix(" " + wanted) { return 2 }
    if isShort(wanted, of: known) { return 2 }
    if wanted.utf8.count >= 2, wanted == initials { return 1 }
    if wanted.utf8.count == 1, known.utf8.count > 1, known.hasPrefix(wanted) { return 1 }
    return 0
  }

  /// Whether a name is another with its first word as a letter: `d. wu` of `dana wu`.
  private static func isShort(_ wanted: String, of known: String) -> Bool {
    let bytes = wanted.utf8
    guard let space = bytes.firstIndex(of: 0x20), known.utf8.first == bytes.first,
      bytes.distance(from: bytes.startIndex, to: space) == 2, wanted.dropFirst().first == "."
    else { return false }
    return known.hasSuffix(wanted[space...])
  }

  /// The first letters of a name's words, in lower case.
  static func initials(_ name: String) -> String {
    String(name.split { $0 == " " || $0 == "-" }.compactMap(\.first)).lowercased()
  }

  /// Whether a name is no name but whoever speaks.
  static func isSelf(_ name: String) -> Bool {
    ["me", "i", "myself", "self", "undersigned"].contains(name.lowercased())
  }

  /// The fullest form of a name that the note gives; "me" is the writer.
  func resolved(_ name: String) -> String {
    let wanted = name.lowercased()
    if Self.isSelf(wanted) || ["csm", "mine"].contains(wanted) { return writer ?? name }
    if let writer, writer.lowercased().hasPrefix(wanted + " ") { return writer }
    if let writer, wanted.utf8.count >= 2, wanted.utf8.count <= 3, wanted == Self.initials(writer) {
      return writer
    }
    guard let known = participant(name), !known.name.isEmpty, known.name.count > 1 else {
      // A transcript's `D:` where the note names our Dana.
      let isLetter = name.count == 1 && name.first?.isLetter ?? false
      return isLetter
        ? [writer, csm].lazy.compactMap(\.self).first { Self.begins($0, wanted) } ?? name : name
    }
    return known.key == "me" ? writer ?? name : known.name
  }

  private static func begins(_ name: String, _ letter: String) -> Bool {
    name.count > 1 && name.lowercased().hasPrefix(letter)
  }

  /// Who speaks in the passage of `unit`, by the fullest name.
  func speaker(of unit: Unit) -> String? {
    guard let speaker = note.passage(of: unit).speaker else { return nil }
    let name = note.layout.participants[speaker].name
    return name.isEmpty ? nil : resolved(name)
  }

  /// Who says what stands at `range` of the unit: the passage's speaker, the name below a block quote, or the nearest name of
  /// somebody behind or before it; a pronoun is the customer's person who was named last.
  func speaker(ofQuotation range: Range<Int>, in unit: Unit) -> String? {
    let passage = note.passage(of: unit)
    // What one of us puts between quotation marks somebody else has said.
    if passage.speaker != nil, note.side(of: passage) != .us { return speaker(of: unit) }
    let text = note.texts[unit.passage]
    if case .value(let key) = passage.form, let name = name(inKey: key) { return resolved(name) }
    if passage.quoteDepth > 0, let name = nameBelow(unit.passage) { return resolved(name) }
    let runs = ProperNames.runs(in: 0..<text.tokens.count, of: text).filter { run in
      run.count <= 4 && !text.bytes(of: run).overlaps(range) && isPerson(run, text)
    }
    let after = runs.first {
      let start = text.bytes(of: $0).lowerBound
      return start >= range.upperBound && start - range.upperBound < 24
        && !isSentenceEnd(between: range.upperBound, start, text)
        && !opensSentence(behind: range, before: $0, text)
    }
    let before = runs.last {
      let end = text.bytes(of: $0).upperBound
      return end <= range.lowerBound && range.lowerBound - end < 160 && !isOurs($0, text)
    }
    // `Dana: "…"` leaves no doubt.
    let isAnnounced = before.map { text.tokens[$0.upperBound].key == 0x3A } ?? false
    // "Support asked Joy to “clear the cache”" does not tell whose words they are.
    if after == nil, let before, isAddressed(before, text) { return nil }
    if let run = isAnnounced ? before : after ?? before {
      return resolved(ProperNames.name(at: run, in: text))
    }
    return lastNamedCustomer(before: unit.passage) ?? onlyCustomer
  }

  /// Whether a sentence that goes on behind a quotation has ended before `start`.
  private func isSentenceEnd(between end: Int, _ start: Int, _ text: TokenizedText) -> Bool {
    let words = text.token(at: end)..<text.token(at: start)
    return text.sentences.contains { sentence in
      words.contains(sentence.lowerBound) && sentence.lowerBound > words.lowerBound + 1
        && text.tokens[words.lowerBound..<sentence.lowerBound].contains(where: \.isWordLike)
    }
  }

  /// Whether a sentence of its own begins behind a quotation that has ended one, and not with the name at `run`.
  private func opensSentence(
    behind range: Range<Int>, before run: Range<Int>, _ text: TokenizedText
  ) -> Bool {
    let end = text.utf8[range].last { $0 != 0x22 && $0 < 0x80 }
    guard end == 0x2E || end == 0x21 || end == 0x3F else { return false }
    let first = (text.token(at: range.upperBound)..<run.upperBound).first {
      text.tokens[$0].range.lowerBound >= range.upperBound && text.tokens[$0].isWordLike
    }
    return first.map { text.tokens[$0].startsUpper && $0 < run.lowerBound } ?? false
  }

  /// The name before a colon, `Dana: "…"`, where it is nothing else.
  private func name(inKey key: String) -> String? {
    let text = TokenizedText(key)
    guard let run = ProperNames.runs(in: text.tokens.indices, of: text).first, run.lowerBound == 0,
      run.count <= 3, run.count == text.tokens.count || isPerson(run, text)
    else { return nil }
    return ProperNames.name(at: run, in: text)
  }

  /// `— Dana Wu` under a block quote, or at its end.
  private func nameBelow(_ passage: Int) -> String? {
    for index in [passage, passage + 1] where note.layout.passages.indices.contains(index) {
      guard note.layout.passages[index].quoteDepth > 0 else { continue }
      let text = note.texts[index]
      guard let run = ProperNames.runs(in: text.tokens.indices, of: text).last,
        run.lowerBound > 0, [0x2D, 0x28].contains(text.tokens[run.lowerBound - 1].key),
        text.tokens.count - run.upperBound <= 8
      else { continue }
      return ProperNames.name(at: run, in: text)
    }
    return nil
  }

  private func isOurs(_ run: Range<Int>, _ text: TokenizedText) -> Bool {
    let name = ProperNames.name(at: run, in: text)
    if let writer, writer.lowercased().hasPrefix(name.lowercased()) { return true }
    return participant(name)?.side == .us
  }

  /// Whether the name at `run` is somebody's: a participant's, or one that people are given.
  func isPerson(_ run: Range<Int>, _ text: TokenizedText) -> Bool {
    let first = text.tokens[run.lowerBound]
    // `EDI` is no Edi.
    let isAbbreviated =
      first.range.count <= 4 && text.utf8[first.range].allSatisfy(Bytes.isUpper)
    if !isAbbreviated, note.knownNames.people.contains(first) { return true }
    if run.contains(where: { NameWords.titles.contains(text.tokens[$0]) }) { return true }
    let name = ProperNames.name(at: run, in: text)
    if let csm, csm.lowercased().hasPrefix(name.lowercased()) { return true }
    return participant(name) != nil
  }

  /// Whom of the customer's people, or else of any that may be theirs, the passages before `passage` name last.
  private func lastNamedCustomer(before passage: Int) -> String? {
    lastNamed(before: passage) { participant($0)?.side == .customer }
      ?? lastNamed(before: passage) { _ in true }
  }

  private func lastNamed(before passage: Int, where isWanted: (String) -> Bool) -> String? {
    for index in stride(from: passage - 1, through: max(0, passage - 6), by: -1) {
      let text = note.texts[index]
      for run in ProperNames.runs(in: text.tokens.indices, of: text).reversed()
      where run.count <= 4 && isPerson(run, text) && !isOurs(run, text) && !isAsked(run, text)
        && !isOurCSM(run, text) && isWanted(ProperNames.name(at: run, in: text))
      {
        return resolved(ProperNames.name(at: run, in: text))
      }
    }
    return nil
  }

  /// Whether the name at `run` is that of whom somebody else speaks to.
  private func isAddressed(_ run: Range<Int>, _ text: TokenizedText) -> Bool {
    run.lowerBound > 1 && Self.addressing.contains(text.tokens[run.lowerBound - 1])
  }

  private static let addressing = WordSet("asked told")

  /// Whether the name at `run` is that of who is to do something: "Tom to write it up".
  private func isAsked(_ run: Range<Int>, _ text: TokenizedText) -> Bool {
    run.upperBound < text.tokens.count && Self.to.contains(text.tokens[run.upperBound])
  }

  private static let to = WordSet("to")

  /// Whether a role that only one of ours has stands right before the name at `run`: "CSM: Dana Wu until May".
  private func isOurCSM(_ run: Range<Int>, _ text: TokenizedText) -> Bool {
    let before = text.tokens[..<run.lowerBound].last(where: \.isWordLike)
    return before.map(Self.ourRoles.contains) ?? false
  }

  private static let ourRoles = WordSet("csm tam")

  /// The customer's only person in the note.
  private var onlyCustomer: String? {
    let customers = note.layout.participants.filter { $0.side == .customer && !$0.name.isEmpty }
    return customers.count == 1 ? customers[0].name : nil
  }
}
