import Language

/// Tells who is to do what an action says: `Dana to send`, `@Dana`, `(Dana, support)`, `I'll`, `finance closes`, `export, me, Friday`.
struct OwnerReader {
  let note: Note
  let people: People

  init(note: Note, people: People) {
    self.note = note
    self.people = people
  }

  private static let i = WordSet("i i'm i'll i've i'd im ive ill")
  static let me = WordSet("me myself mine self undersigned")
  /// Who takes a task by "I" in a note that does not tell who wrote it.
  static let unknownWriter = "me"
  private static let thats = WordSet("that's thats from by → is")
  /// What stands before somebody who receives or is spoken of.
  private static let receiving = WordSet(
    "to for with from of at on about by against via in tell send ask give call ring phone email mail show invite telling asking calling ringing before than into under near"
  )
  /// Verbs of somebody who has taken a task.
  private static let committing = WordSet(
    """
    will is are to owes sends send writes write takes take does do doing sending writing taking handling handles chasing
    confirming confirms checking checks closing closes exporting exports reviewing reviews running runs preparing prepares
    drafting drafts scheduling schedules booking books getting brings bringing keeping owns owning fixing fixes building
    builds sorting sorts calls calling rings ringing asks returns returning wipes deletes deleting deletion cancels
    refunds credits waives pulls puts adds updates shares files raises follows agreed promised committed volunteered agreeing
    moves turns switches sets setting looks looking finds finding makes making has'll he'll she'll gets
    """)
  private static let has = WordSet("has have had")
  private static let agreed = WordSet(
    "agreed promised committed volunteered offered said confirmed taken")
  private static let pronounWill = WordSet("she'll he'll they'll she'd he'd they'd shell hell")
  /// Verbs of somebody who wants something of us.
  private static let wanting = WordSet(
    "wants want wanted asked needs needed would likes thinks said says told keeps kept has had knows expects hopes did was and's"
  )
  private static let past = WordSet(
    "asked told said saw think thought hope guess know knew was am believe did wrote sent put pulled had got went"
  )

  /// Who owns the part of `unit` at `tokens`, and how plainly that is said.
  func owner(of unit: Unit, in tokens: Range<Int>) -> (name: String, score: Double)? {
    let text = note.texts[unit.passage]
    var best: (name: String, score: Double)?
    func offer(_ name: String?, _ score: Double) {
      guard let name, score > best?.score ?? 0 else { return }
      best = (name, score)
    }
    for index in tokens where text.tokens[index].kind == .word {
      let token = text.tokens[index]
      if Self.i.contains(token) {
        offer(speakerOrWriter(unit), scoreOfI(index, tokens, text))
      } else if Self.me.contains(token) {
        let isFrom = index > tokens.lowerBound && Self.from.contains(text.tokens[index - 1])
        let isTold = isApart(index..<index + 1, tokens, text) || isTogether(index, tokens, text)
        offer(speakerOrWriter(unit), isFrom ? 6 : isTold ? 4 : 0)
      } else if index > tokens.lowerBound, text.tokens[index - 1].key == 0x40 {
        offer(tagged(index, text), 5)
      }
    }
    for index in tokens where isSmallName(index, text) {
      offer(
        people.resolved(text.text(of: index..<index + 1)), score(ofSmallName: index, tokens, text))
    }
    for run in ProperNames.runs(in: tokens, of: text) where run.count <= 4 {
      let name = ProperNames.name(at: run, in: text)
      offer(people.resolved(name), score(ofPerson: run, name, tokens, text))
    }
    for index in tokens where NameWords.teams.contains(text.tokens[index]) {
      offer(team(index, text), score(ofTeam: index, tokens, text))
    }
    if let label = pointedAt(tokens, text) { offer(owner(label: label), 2.2) }
    return best
  }

  private static let from = WordSet("from by")

  /// What an arrow points at: `kill the keys → platform team, 1 April`.
  private func pointedAt(_ tokens: Range<Int>, _ text: TokenizedText) -> String? {
    guard let arrow = tokens.last(where: { text.tokens[$0].key == 0x2192 }) else { return nil }
    let behind = arrow + 1..<tokens.upperBound
    let end = behind.first { text.tokens[$0].kind == .punctuation } ?? tokens.upperBound
    return arrow + 1 < end ? text.text(of: arrow + 1..<end) : nil
  }

  /// `export to Karen: me with Dana`.
  private func isTogether(_ index: Int, _ tokens: Range<Int>, _ text: TokenizedText) -> Bool {
    (index == tokens.lowerBound || text.tokens[index - 1].kind == .punctuation)
      && tokens.contains(index + 1) && Self.with.contains(text.tokens[index + 1])
  }

  private static let with = WordSet("with")

  /// Whether the word is a given name in small letters, as in a hurry.
  func isSmallName(_ index: Int, _ text: TokenizedText) -> Bool {
    text.tokens[index].kind == .word && !text.tokens[index].startsUpper
      && note.knownNames.people.contains(text.tokens[index])
  }

  /// Such a name counts where it opens the part with what it is to do, `dana: the export`, `sam in sales brings it`, or stands
  /// apart: `the export - dana (support), friday`.
  private func score(ofSmallName index: Int, _ tokens: Range<Int>, _ text: TokenizedText) -> Double
  {
    let run = index..<index + 1
    let next = skipRemark(run.upperBound, tokens, text)
    if isApart(index..<next, tokens, text) { return 2.6 }
    guard tokens.first(where: { text.tokens[$0].isWordLike }) == index, tokens.contains(index + 1)
    else { return 0 }
    let opens =
      hasTeam(behind: run, tokens, text) || isThirdPerson(at: index + 1, tokens, text)
      || Self.willing.contains(text.tokens[index + 1])
    return opens ? 3 : 0
  }

  private static let willing = WordSet("will to is")

  /// `@dana` as "Dana".
  private func tagged(_ index: Int, _ text: TokenizedText) -> String {
    let handle = text.text(of: index..<index + 1)
    return people.resolved(handle.prefix(1).uppercased() + handle.dropFirst())
  }

  private func speakerOrWriter(_ unit: Unit) -> String? {
    (namesItsSpeaker(unit) ? nil : people.speaker(of: unit)) ?? people.writer
      ?? Self.unknownWriter
  }

  /// Whether the unit speaks of its speaker by name, as nobody does: it was written behind what they said.
  private func namesItsSpeaker(_ unit: Unit) -> Bool {
    guard let speaker = people.speaker(of: unit), let first = TokenizedText(speaker).tokens.first
    else { return false }
    let text = note.texts[unit.passage]
    return unit.tokens.dropFirst().contains {
      text.tokens[$0].key == first.key && text.tokens[$0].startsUpper
    }
  }

  /// "I" with a verb that is no report of what has been.
  private func scoreOfI(_ index: Int, _ tokens: Range<Int>, _ text: TokenizedText) -> Double {
    if text.quotations.contains(where: { $0.contains(text.tokens[index].range.lowerBound) }) {
      return 0
    }
    guard tokens.contains(index + 1) else { return 0 }
    let isShort = text.tokens[index].range.count <= 1
    let next = text.tokens[index + 1]
    if Self.past.contains(next) { return 0.6 }
    let verb =
      isShort && Self.has.contains(next) && tokens.contains(index + 2)
      ? text.tokens[index + 2] : next
    return Self.past.contains(verb) || isDelegating(index + 1, tokens, text)
      || isDelegating(index + 2, tokens, text) ? 0.6 : 3
  }

  private func score(
    ofPerson run: Range<Int>, _ name: String, _ tokens: Range<Int>, _ text: TokenizedText
  ) -> Double {
    // `Dana's sending it` says what Dana does, `Dana's team` what is hers.
    let isDoing = isDoing(behind: run, tokens, text)
    guard isDoing || !ProperNames.isPossessive(run, in: text) else { return 0 }
    let bytes = text.bytes(of: run)
    if text.quotations.contains(where: { $0.overlaps(bytes) }) { return 0 }
    let participant = people.participant(name)
    let isTagged = run.lowerBound > tokens.lowerBound && text.tokens[run.lowerBound - 1].key == 0x40
    if isTagged { return 5 }
    if run.count == 1, note.knownNames.ordinary.contains(text.tokens[run.lowerBound]) { return 0 }
    let isOpening = run.lowerBound == tokens.lowerBound || isConjoined(run.lowerBound, text)
    let acts =
      isOpening && run.count <= 2 && !isVerb(run, text)
      && (isDoing || isThirdPerson(at: run.upperBound, tokens, text)
        || isGoing(at: skipRemark(run.upperBound, tokens, text), tokens, text)
        || isToDo(at: skipRemark(run.upperBound, tokens, text), tokens, text))
    let isTeam = run.contains { NameWords.teams.contains(text.tokens[$0]) }
    let isOfTeam =
      isInBrackets(run, text) && followsTeam(run.lowerBound - 1, tokens, text)
      && !isReceiver(run.lowerBound - 2..<run.lowerBound - 1, tokens, text)
    guard
      people.isPerson(run, text) || acts || isTeam || isOfTeam
        || hasTeam(behind: run, tokens, text)
    else { return 0 }
    var score = 0.0
    if participant?.side == .customer { score -= 1 }
    if participant?.side == .us { score += 1 }
    if let writer = people.writer, writer.lowercased().hasPrefix(name.lowercased()) { score += 1 }
    if wasAsked(run, tokens, text) {
      score += 3.2
    } else if isDoer(run, tokens, text) {
      score += 2
    } else if isReceiver(run, tokens, text) {
      score -= 2.5
    } else if run.lowerBound == tokens.lowerBound {
      score += 0.5
    }
    if isDoing { score += 2.5 }
    var next = skipRemark(run.upperBound, tokens, text)
    if hasTeam(behind: run, tokens, text) { score += 1.5 }
    if isOfTeam {
      score += 1.5
      next = run.upperBound + 1
    }
    score += verbScore(at: next, tokens, text)
    if isOpening, score < 2.5, isThirdPerson(at: next, tokens, text) { score += 2 }
    if isApart(run.lowerBound..<next, tokens, text) { score += 2 }
    return score
  }

  /// Whether a word that opens a task is made as verbs are, `Deactivate seats`; names made so are given to people.
  private func isVerb(_ run: Range<Int>, _ text: TokenizedText) -> Bool {
    let bytes = text.utf8[text.tokens[run.lowerBound].range]
    return run.count == 1
      && Self.verbEndings.contains {
        bytes.count > 4 && bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
      }
  }

  private static let verbEndings = ["ate", "ify", "ise", "ize"]

  /// Whether `'s` and what somebody does follow the name: `'s sending`, `'s to send`.
  private func isDoing(behind run: Range<Int>, _ tokens: Range<Int>, _ text: TokenizedText) -> Bool
  {
    guard tokens.contains(run.upperBound), ProperNames.isPossessive(run, in: text) else {
      return false
    }
    if isToDo(at: run.upperBound, tokens, text) { return true }
    let verb = text.utf8[text.tokens[run.upperBound].range]
    return verb.count > 4 && verb.suffix(3).elementsEqual("ing".utf8)
  }

  private func verbScore(at index: Int, _ tokens: Range<Int>, _ text: TokenizedText) -> Double {
    guard tokens.contains(index), text.tokens[index].kind == .word else { return 0 }
    let token = text.tokens[index]
    if isToDo(at: index, tokens, text) { return 3 }
    if tokens.clamped(to: index..<index + 4).contains(where: {
      Self.pronounWill.contains(text.tokens[$0])
    }) {
      return 3
    }
    if Self.wanting.contains(token) { return -1.5 }
    if Self.committing.contains(token) { return 2.5 }
    return 0
  }

  /// `Dana to send the export`, `Dana in firmware has agreed to build it`: whoever that is, it is somebody's task.
  private func isToDo(at index: Int, _ tokens: Range<Int>, _ text: TokenizedText) -> Bool {
    guard tokens.contains(index + 1) else { return false }
    let next = text.tokens[index + 1]
    if Self.to.contains(text.tokens[index]) { return next.kind == .word && !next.startsUpper }
    return Self.has.contains(text.tokens[index])
      && (Self.agreed.contains(next) || Self.to.contains(next))
  }

  /// `Dana will sit with them`, `Dana is pulling the slide`, `Dana is to pull it`.
  private func isGoing(at index: Int, _ tokens: Range<Int>, _ text: TokenizedText) -> Bool {
    guard tokens.contains(index + 1) else { return false }
    let next = text.tokens[index + 1]
    if Self.will.contains(text.tokens[index]) { return next.kind == .word && !next.startsUpper }
    return Self.is.contains(text.tokens[index])
      && (Self.to.contains(next) || text.utf8[next.range].suffix(3).elementsEqual("ing".utf8))
  }

  private static let will = WordSet("will")
  private static let `is` = WordSet("is")

  private static let to = WordSet("to")

  /// `is ordered by Dana`.
  private func isDoer(_ run: Range<Int>, _ tokens: Range<Int>, _ text: TokenizedText) -> Bool {
    guard run.lowerBound >= tokens.lowerBound + 2,
      Self.by.contains(text.tokens[run.lowerBound - 1])
    else { return false }
    return text.utf8[text.tokens[run.lowerBound - 2].range].suffix(2).elementsEqual("ed".utf8)
  }

  private static let by = WordSet("by")

  /// `I've asked Dana`.
  private func wasAsked(_ run: Range<Int>, _ tokens: Range<Int>, _ text: TokenizedText) -> Bool {
    guard run.lowerBound >= tokens.lowerBound + 2 else { return false }
    if isDelegating(run.lowerBound - 1, tokens, text) { return true }
    guard Self.asked.contains(text.tokens[run.lowerBound - 1]) else { return false }
    let before = text.tokens[run.lowerBound - 2]
    return NameWords.writer.contains(before) || Self.has.contains(before)
  }

  private static let asked = WordSet("asked")
  private static let conjunctions = WordSet("and then but")

  private func isConjoined(_ index: Int, _ text: TokenizedText) -> Bool {
    index > 0
      && (Self.conjunctions.contains(text.tokens[index - 1])
        || text.tokens[index - 1].kind == .punctuation)
  }

  /// A word that ends as verbs of the third person do.
  private func isThirdPerson(at index: Int, _ tokens: Range<Int>, _ text: TokenizedText) -> Bool {
    guard tokens.contains(index), text.tokens[index].kind == .word else { return false }
    let token = text.tokens[index]
    return token.range.count > 3 && text.utf8[token.range.upperBound - 1] == 0x73
      && !token.startsUpper
      && !Self.wanting.contains(token)
  }

  /// Whether somebody stands where the one who is given something stands.
  func isReceiver(_ run: Range<Int>, _ tokens: Range<Int>, _ text: TokenizedText) -> Bool {
    guard run.lowerBound > tokens.lowerBound else { return false }
    let before = text.tokens[run.lowerBound - 1]
    return before.kind == .word && Self.receiving.contains(before)
  }

  /// `Dana (support)`, `Dana in support`.
  func hasTeam(behind run: Range<Int>, _ tokens: Range<Int>, _ text: TokenizedText) -> Bool {
    let end = skipRemark(run.upperBound, tokens, text)
    guard end > run.upperBound else { return false }
    return (run.upperBound..<end).contains {
      NameWords.teams.contains(text.tokens[$0]) || NameWords.roles.contains(text.tokens[$0])
    }
  }

  private func skipRemark(_ index: Int, _ tokens: Range<Int>, _ text: TokenizedText) -> Int {
    guard tokens.contains(index) else { return index }
    if text.tokens[index].key == 0x28 {
      let close = (index..<min(tokens.upperBound, index + 8)).first { text.tokens[$0].key == 0x29 }
      return close.map { $0 + 1 } ?? index
    }
    let isIn = text.tokens[index].kind == .word && Self.placing.contains(text.tokens[index])
    guard isIn else { return index }
    let behind = index + 1..<min(tokens.upperBound, index + 5)
    if let team = behind.first(where: { NameWords.teams.contains(text.tokens[$0]) }) {
      return team + 1
    }
    // A team of another name: `Dana in firmware has agreed`.
    guard Self.within.contains(text.tokens[index]) else { return index }
    return behind.dropFirst().first { isToDo(at: $0, tokens, text) } ?? index
  }

  /// Whether a team stands before the token at `index`: `billing (Dana)`.
  func followsTeam(_ index: Int, _ tokens: Range<Int>, _ text: TokenizedText) -> Bool {
    tokens.contains(index - 1) && NameWords.teams.contains(text.tokens[index - 1])
  }

  private static let placing = WordSet("in from on of")
  private static let within = WordSet("in from")

  /// Whether `range` is a part of its own between commas, brackets or dashes.
  private func isApart(_ range: Range<Int>, _ tokens: Range<Int>, _ text: TokenizedText) -> Bool {
    let before = range.lowerBound > tokens.lowerBound ? text.tokens[range.lowerBound - 1] : nil
    let after = tokens.contains(range.upperBound) ? text.tokens[range.upperBound] : nil
    let opens =
      before.map {
        $0.kind == .punctuation && $0.key != 0x2F || Self.thats.contains($0) || $0.key == 0x2192
      } ?? true
    let closes =
      after.map { $0.kind != .word && $0.key != 0x27 || Self.placing.contains($0) } ?? true
    return opens && closes
  }

  private func team(_ index: Int, _ text: TokenizedText) -> String {
    let start =
      index > 0 && text.tokens[index - 1].startsUpper && text.tokens[index].startsUpper
      ? index - 1 : index
    return text.text(of: start..<index + 1)
  }

  /// A team that is to do something: `finance to waive`, `support closes`, `our accounting cancels`.
  private func score(ofTeam index: Int, _ tokens: Range<Int>, _ text: TokenizedText) -> Double {
    if index > tokens.lowerBound {
      let before = text.tokens[index - 1]
      if before.key == 0x28 { return 0 }
      let isFree =
        before.startsUpper && text.tokens[index].startsUpper || before.kind == .punctuation
        || Self.ours.contains(before) || before.key == 0x2192
      guard isFree else { return 0 }
    }
    let start = index > tokens.lowerBound && text.tokens[index - 1].startsUpper ? index - 1 : index
    if start > tokens.lowerBound, isApart(start..<index + 1, tokens, text) { return 1.2 }
    guard tokens.contains(index + 1) else { return 0 }
    if text.tokens[index + 1].key == 0x2192 { return 2 }
    return verbScore(at: index + 1, tokens, text) > 0 ? 1.6 : 0
  }

  static let ours = WordSet("our the")

  func isInBrackets(_ run: Range<Int>, _ text: TokenizedText) -> Bool {
    run.lowerBound > 0 && text.tokens[run.lowerBound - 1].key == 0x28
      && run.upperBound < text.tokens.count
      && text.tokens[run.upperBound].key == 0x29
  }
}
