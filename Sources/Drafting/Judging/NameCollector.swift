import Language

/// Gathers the names of a note with their places, and what each is by itself.
struct NameCollector {
  private let note: Note
  private var names: [NameFeatures.Name] = []
  private var known: [String: Int] = [:]
  /// The words of the account's name and of the products that metadata name.
  private var accountWords: Set<UInt64> = []
  private var productWords: Set<UInt64> = []

  init(note: Note) {
    self.note = note
    for field in note.layout.fields {
      let text = note.texts[field.passage]
      if field.name == "name" { accountWords.formUnion(Self.capitals(text, most: 6)) }
      if field.name == "product" { productWords.formUnion(Self.capitals(text, most: 8)) }
    }
    if accountWords.isEmpty, let title = note.texts.first,
      note.layout.passages.first?.form != .value(key: "from"),
      let run = ProperNames.runs(in: title.tokens.indices, of: title).first, run.lowerBound < 4,
      !note.knownNames.people.contains(title.tokens[run.lowerBound])
    {
      accountWords = Set(title.tokens[run].lazy.filter { $0.kind == .word }.map(\.key))
    }
  }

  private static func capitals(_ text: TokenizedText, most: Int) -> [UInt64] {
    text.tokens.prefix(most).filter {
      $0.kind == .word && $0.startsUpper && !ProperNames.common.contains($0)
    }
    .map(\.key)
  }

  /// Adds the names of a unit.
  mutating func add(_ unit: Unit, _ index: Int) {
    if case .value(let key) = note.passage(of: unit).form, key == "to" || key == "date" { return }
    let text = note.texts[unit.passage]
    let isHeading = isKnownHeading(unit)
    for run in ProperNames.runs(in: unit.tokens, of: text) where run.count <= 6 {
      if isHeading, run.count == unit.tokens.count(where: { text.tokens[$0].isWordLike }) {
        continue
      }
      add(run, unit, index)
    }
  }

  private mutating func add(_ run: Range<Int>, _ unit: Unit, _ index: Int) {
    let text = note.texts[unit.passage]
    let name = ProperNames.name(at: run, in: text)
    guard name.utf8.count > 2 else { return }
    let key = name.lowercased()
    if let place = known[key] {
      names[place].places.append((index, run))
      if names[place].standing == .other, speaks(run, unit) { names[place].standing = .person }
    } else {
      known[key] = names.count
      names.append(
        NameFeatures.Name(
          text: name, key: key, places: [(index, run)], standing: standing(run, text, name, unit),
          isWorded: isWorded(run, text)))
    }
  }

  /// Takes "Frostlog and ColdTrack" for two names where the note uses one of them alone, or where both look like products' names.
  private mutating func partPairs() {
    for pair in names.indices where names[pair].standing == .other {
      let places = names[pair].places.map { ($0.unit, parts(of: $0.tokens, in: $0.unit)) }
      let isPair = places.contains { unit, parts in
        let text = note.texts[note.units[unit].passage]
        return parts.contains { isCoined($0, text) } && !parts.contains { isWorded($0, text) }
          || parts.contains { known[key(of: $0, in: unit)].map { $0 != pair } ?? false }
      }
      guard isPair else { continue }
      names[pair].places = []
      for (unit, parts) in places {
        for part in parts { add(part, note.units[unit], unit) }
      }
    }
    names.removeAll(where: \.places.isEmpty)
  }

  /// Whether a name is written as only products are, `ReefDesk`, or is of several words.
  private func isCoined(_ run: Range<Int>, _ text: TokenizedText) -> Bool {
    run.count > 1 || run.contains { ProperNames.hasInnerCapital(text.tokens[$0], text) }
  }

  private func key(of run: Range<Int>, in unit: Int) -> String {
    ProperNames.name(at: run, in: note.texts[note.units[unit].passage]).lowercased()
  }

  /// What stands before the first "and" of a run and behind it; nothing where there is none.
  private func parts(of run: Range<Int>, in unit: Int) -> [Range<Int>] {
    let text = note.texts[note.units[unit].passage]
    guard let and = run.first(where: { Self.and.contains(text.tokens[$0]) }) else { return [] }
    return [run.lowerBound..<and, and + 1..<run.upperBound]
  }

  private static let and = WordSet("and")

  /// Whether it is a heading that says what its section holds: `Nächste Schritte` is nobody's name.
  private func isKnownHeading(_ unit: Unit) -> Bool {
    let passage = note.passage(of: unit)
    guard case .heading = passage.form else { return false }
    return !note.layout.sections[passage.section].kinds.isEmpty
  }

  /// The names in the order in which they are first used, behind them the parts of pairs that are used in pairs only.
  mutating func named() -> [NameFeatures.Name] {
    partPairs()
    return names
  }

  private func standing(
    _ run: Range<Int>, _ text: TokenizedText, _ name: String, _ unit: Unit
  ) -> NameFeatures.Standing {
    var first = text.tokens[run.lowerBound]
    if run.count == 1, ProperNames.isPossessive(run, in: text) {
      first.key = TokenizedText(name).tokens.first?.key ?? first.key
    }
    if accountWords.contains(first.key), !note.knownNames.people.contains(first) || run.count > 1 {
      return .account
    }
    if productWords.contains(first.key) || isSold(run, text) { return .ours }
    let isTitled =
      run.contains { NameWords.titles.contains(text.tokens[$0]) }
      || run.lowerBound > 0 && NameWords.titles.contains(text.tokens[run.lowerBound - 1])
    if isTitled || note.knownNames.people.contains(first) || isParticipant(name) { return .person }
    if run.count == 1, note.knownNames.ordinary.contains(first) { return .ordinary }
    if speaks(run, unit) { return .person }
    if note.knownNames.places.contains(first) { return .place }
    if run.count == 1, note.knownNames.towns.contains(first) { return .town }
    if note.knownNames.tools.contains(first) { return .tool }
    let bytes = text.utf8[text.bytes(of: run)]
    if bytes.count <= 4, bytes.allSatisfy({ Bytes.isUpper($0) || Bytes.isDigit($0) }) {
      return .capitals
    }
    return .other
  }

  /// Whether all words of the name are words that notes write in small letters: `Intake`, not `Intakely`.
  private func isWorded(_ run: Range<Int>, _ text: TokenizedText) -> Bool {
    text.tokens[run].allSatisfy { $0.kind != .word || note.knownNames.small.contains($0) }
  }

  /// Whether what stands behind the name is what people do.
  private func speaks(_ run: Range<Int>, _ unit: Unit) -> Bool {
    unit.frames.contains { $0.name == "speaks-behind" && $0.tokens.lowerBound == run.upperBound }
  }

  /// What metadata or an opening line say that a customer has of us: `Ledger Pro, 14 users`, `on Ledger since May`.
  private func isSold(_ run: Range<Int>, _ text: TokenizedText) -> Bool {
    guard run.upperBound + 2 < text.tokens.count, text.tokens[run.upperBound].key == 0x2C,
      text.tokens[run.upperBound + 1].kind == .number
    else { return false }
    return Self.licences.contains(text.tokens[run.upperBound + 2])
  }

  private static let licences = WordSet(
    "seats users licences licenses seat user licence license units named staff sites devices handheld terminals nodes"
  )

  /// Whether the note introduces somebody of that name, by it whole or by a part of it.
  private func isParticipant(_ name: String) -> Bool {
    let wanted = name.lowercased()
    return note.layout.names.meant(by: wanted) != nil || note.layout.names.isEnding(wanted)
  }
}
