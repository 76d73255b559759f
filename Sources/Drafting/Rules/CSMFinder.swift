import Evidence
import Language
import PostmortemModel

/// Finds in a note's text who looked after the account: `CSM: Dana Wu`, `Dana Wu, CSM since May`, `your CSM` in a speaker's own
/// words; else the writer, unless the writer does something else.
struct CSMFinder {
  private let reading: Reading
  private var note: Note { reading.note }

  init(reading: Reading) { self.reading = reading }

  private static let abbreviation = WordSet("csm")
  private static let customer = WordSet("customer client account")
  private static let success = WordSet("success")
  private static let manager = WordSet("manager mgr")
  private static let owner = WordSet("owner lead manager mgr")
  private static let linking = WordSet(
    "is was of record on paper it me then now currently since named called")
  private static let ours = WordSet("our ours us")
  private static let own = WordSet("i i'm i've im ive")
  private static let your = WordSet("your")
  private static let otherWork = WordSet(
    "renewals sales support ae exec finance product engineering marketing onboarding implementation impl services director"
  )

  /// The CSM, with the place that tells.
  func find() -> (String, Excerpt)? { byRole() ?? byOwnWords() ?? byWriter() ?? bySpeaking() }

  private func byRole() -> (String, Excerpt)? {
    for (index, passage) in note.layout.passages.enumerated() where passage.quoteDepth == 0 {
      if case .value = passage.form, note.fieldName(ofPassage: index) == "csm" { continue }
      let text = note.texts[index]
      func isPlace(_ token: Int) -> Bool { note.knownNames.places.contains(text.tokens[token]) }
      for token in text.tokens.indices {
        guard let end = role(at: token, text) else { continue }
        if let name = smallName(behind: end, in: text) {
          return (text.text(of: name), passage.excerpt(text.bytes(of: name)))
        }
        let runs = ProperNames.runs(in: text.tokens.indices, of: text).filter { $0.count <= 4 }
        let behind = runs.first {
          $0.lowerBound >= end && !text.tokens[$0.lowerBound].startsLine
            && isLinked(end..<$0.lowerBound, text)
            && !$0.contains(where: isPlace)
        }
        let before = runs.last { isBeside($0, token, text) }
        let isCalled = behind.map { end..<$0.lowerBound }.map { between in
          between.isEmpty
            || between.contains { text.tokens[$0].kind == .word || text.tokens[$0].key == 0x3A }
        }
        if let run = isCalled == true ? behind : before ?? behind {
          return found(successor(of: run, among: runs, text) ?? run, index)
        }
      }
    }
    return nil
  }

  /// A name in small letters behind the role, as hurried hands write it: `csm = carl d`, `csm lindsay h / since May`.
  private func smallName(behind end: Int, in text: TokenizedText) -> Range<Int>? {
    var start = end
    while start < min(text.tokens.count, end + 2), [0x3D, 0x3A].contains(text.tokens[start].key) {
      start += 1
    }
    return SmallName.run(at: start, in: text, note.knownNames, isMarked: start > end)
  }

  /// Who came after the one named at `run` in the same sentence: `CSM: Marek Lis until January, then me, Dana Wu`.
  private func successor(
    of run: Range<Int>, among runs: [Range<Int>], _ text: TokenizedText
  ) -> Range<Int>? {
    let sentence = text.sentences[text.sentence(holding: run.lowerBound)]
    guard
      let then = (run.upperBound..<max(run.upperBound, sentence.upperBound)).first(where: {
        Self.succeeding.contains(text.tokens[$0])
      })
    else { return nil }
    return runs.first { $0.lowerBound > then && $0.lowerBound <= then + 3 }
  }

  private static let succeeding = WordSet("then me")

  /// The end of the words for a CSM's role that begin at `token`.
  private func role(at token: Int, _ text: TokenizedText) -> Int? {
    if Self.abbreviation.contains(text.tokens[token]) || isAccountManager(token, text) {
      return token + 1
    }
    guard token + 1 < text.tokens.count, Self.customer.contains(text.tokens[token]) else {
      return nil
    }
    if Self.success.contains(text.tokens[token + 1]) {
      let isManager =
        token + 2 < text.tokens.count && Self.manager.contains(text.tokens[token + 2])
      return isManager ? token + 3 : token + 2
    }
    return Self.owner.contains(text.tokens[token + 1]) ? token + 2 : nil
  }

  /// `AM` in capitals that opens a line or a sentence and has a colon or a name behind it: no time of day.
  private func isAccountManager(_ token: Int, _ text: TokenizedText) -> Bool {
    guard text.text(of: token..<token + 1) == "AM", token + 1 < text.tokens.count,
      token == 0 || text.tokens[token].startsLine
        || [0x2E, 0x2C, 0x7C, 0x28].contains(text.tokens[token - 1].key)
    else { return false }
    let next = text.tokens[token + 1]
    return next.key == 0x3A || next.kind == .word && next.startsUpper && !next.startsLine
  }

  private func isLinked(_ between: Range<Int>, _ text: TokenizedText) -> Bool {
    between.count <= 5
      && between.allSatisfy { index in
        let token = text.tokens[index]
        if token.startsLine { return false }
        if token.kind == .word { return Self.linking.contains(token) }
        return token.kind == .punctuation && ![0x2E, 0x3B, 0x3F].contains(token.key)
          && token.key != 0x29
      }
  }

  /// The name right before the role: `Dana Wu, CSM`, `Dana Wu (their CSM`.
  private func isBeside(_ run: Range<Int>, _ token: Int, _ text: TokenizedText) -> Bool {
    let between = run.upperBound..<max(run.upperBound, token)
    if run.upperBound == token {
      return text.tokens[token].startsLine && run.count <= 4
        && note.knownNames.people.contains(text.tokens[run.lowerBound])
    }
    guard run.upperBound < token, between.count <= 3 else { return false }
    return [0x2C, 0x28, 0x2D, 0x2013].contains(text.tokens[run.upperBound].key)
  }

  /// Somebody says of themselves that they are the CSM.
  private func byOwnWords() -> (String, Excerpt)? {
    for unit in note.units {
      guard let speaker = note.passage(of: unit).speaker else { continue }
      let text = note.texts[unit.passage]
      guard unit.tokens.contains(where: { role(at: $0, text) != nil }),
        unit.tokens.contains(where: { Self.own.contains(text.tokens[$0]) }),
        unit.tokens.contains(where: { Self.your.contains(text.tokens[$0]) })
      else { continue }
      return (note.layout.participants[speaker].name, note.excerpt(of: unit))
    }
    return nil
  }

  private func byWriter() -> (String, Excerpt)? {
    guard let writer = note.layout.writer else { return nil }
    let role = TokenizedText(writer.role ?? "")
    if !writer.ownsAccount, role.tokens.contains(where: { Self.otherWork.contains($0) }) {
      return nil
    }
    for (index, text) in note.texts.enumerated() {
      if let run = ProperNames.runs(in: text.tokens.indices, of: text).first(where: {
        writer.name.hasPrefix(ProperNames.name(at: $0, in: text))
      }) {
        return (writer.name, found(run, index).1)
      }
    }
    // Written in small letters, as in a title, the name is no run of capitals.
    guard let title = note.layout.passages.first else { return nil }
    return (writer.name, title.excerpt)
  }

  /// The one of ours who speaks most.
  private func bySpeaking() -> (String, Excerpt)? {
    let participants = note.layout.participants
    var passages = [Int](repeating: 0, count: participants.count)
    for passage in note.layout.passages {
      if let speaker = passage.speaker, participants[speaker].side == .us { passages[speaker] += 1 }
    }
    guard let most = passages.indices.max(by: { passages[$0] < passages[$1] }), passages[most] > 0,
      !participants[most].name.isEmpty,
      let unit = note.units.first(where: { note.passage(of: $0).speaker == most })
    else { return nil }
    return (participants[most].name, note.excerpt(of: unit))
  }

  private func found(_ run: Range<Int>, _ passage: Int) -> (String, Excerpt) {
    let text = note.texts[passage]
    return (
      ProperNames.name(at: run, in: text),
      note.layout.passages[passage].excerpt(text.bytes(of: run))
    )
  }
}
