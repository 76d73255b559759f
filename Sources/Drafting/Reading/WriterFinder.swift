import Language

/// Finds who wrote a note: `CSM was me (Dana Wu)`, `written by Dana Wu`, `I am Dana Wu`, `mine since day one, Dana Wu`, a
/// signature, the sender of the mail that passes a thread on.
struct WriterFinder {
  private let layout: NoteLayout
  private let texts: [TokenizedText]
  private let lexicon: Lexicon

  private static let me = WordSet("me")
  private static let then = WordSet("then now since been")
  private static let i = WordSet("i i'm im")
  private static let am = WordSet("am")
  private static let by = WordSet("by from")
  private static let writing = WordSet(
    "written prepared typed compiled authored recorded summarised summarized logged write-up writeup up review notes note"
  )
  /// What a writer does who opens a sentence with it: `Asked by Dana Wu`.
  private static let asking = WordSet(
    "asked interviewed conducted exported made noted saved filed pasted")
  private static let present = WordSet("writing here typing reporting")
  private static let mine = WordSet("mine my")
  private static let account = WordSet("account book mine throughout")
  private static let patch = WordSet("patch account book portfolio")
  /// Words in the addresses of lists within a company.
  private static let lists = WordSet(
    "team all success churn review losses lost cs csm log list leads leadership managers internal group sales product everyone distribution csms"
  )

  /// The writer of the note, if it tells.
  static func find(in layout: NoteLayout, texts: [TokenizedText], lexicon: Lexicon) -> Writer? {
    let finder = WriterFinder(layout: layout, texts: texts, lexicon: lexicon)
    return finder.byLegend() ?? finder.byField() ?? finder.bySentence() ?? finder.bySignature()
      ?? finder.byMail() ?? finder.byTitle() ?? InitialsFinder(layout: layout, texts: texts).find()
  }

  private func byLegend() -> Writer? {
    layout.participants.first { $0.aliasKeys.contains("me") }
      .map { Writer(name: $0.name, role: $0.role) }
  }

  /// The writer that a field names, such as `Written by`.
  private func byField() -> Writer? {
    guard let field = layout.fields.first(where: { $0.name == "interviewer" }),
      let run = ProperNames.runs(in: texts[field.passage].tokens.indices, of: texts[field.passage])
        .first
    else { return nil }
    return writer(run, texts[field.passage])
  }

  private func bySentence() -> Writer? {
    for (index, passage) in layout.passages.enumerated() {
      let text = texts[index]
      let runs = ProperNames.runs(in: text.tokens.indices, of: text).filter { $0.count <= 4 }
      guard !runs.isEmpty else { continue }
      for run in runs {
        if isMe(run, text) { return writer(run, text) }
        guard passage.isWriters, !isQuoted(run, text) else {
          continue
        }
        if saysWhoWrites(run, text) { return writer(run, text) }
        if saysWhoseAccount(run, text) {
          var writer = writer(run, text)
          writer.ownsAccount = true
          return writer
        }
      }
    }
    return nil
  }

  /// `me (Dana Wu)`, `Dana Wu (CSM, me)`, `CSM was me, Dana Wu`, `me = Dana Wu`, `DW = me, Dana Wu`, `then me, Dana Wu`.
  private func isMe(_ run: Range<Int>, _ text: TokenizedText) -> Bool {
    let start = run.lowerBound
    if start >= 2, Self.me.contains(text.tokens[start - 2]) {
      let mark = text.tokens[start - 1].key
      if mark == 0x28 || mark == 0x3D { return true }
      if mark == 0x2C, start >= 3,
        [0x3D, 0x3A].contains(text.tokens[start - 3].key)
          || Self.then.contains(text.tokens[start - 3])
          || NameWords.roles.contains(text.tokens[start - 3])
          || start >= 4 && NameWords.roles.contains(text.tokens[start - 4])
      {
        return true
      }
    }
    guard run.upperBound + 1 < text.tokens.count else { return false }
    if text.tokens[run.upperBound].key == 0x3D, Self.me.contains(text.tokens[run.upperBound + 1]) {
      return true
    }
    guard text.tokens[run.upperBound].key == 0x28 else { return false }
    for index in run.upperBound + 1..<min(text.tokens.count, run.upperBound + 7) {
      if text.tokens[index].key == 0x29 { return false }
      if Self.me.contains(text.tokens[index]) { return true }
    }
    return false
  }

  private func isQuoted(_ run: Range<Int>, _ text: TokenizedText) -> Bool {
    let bytes = text.bytes(of: run)
    return text.quotations.contains { $0.overlaps(bytes) }
  }

  /// `Written by Dana Wu`, `I am Dana Wu`, `Dana Wu writing`, `quick one from Dana`.
  private func saysWhoWrites(_ run: Range<Int>, _ text: TokenizedText) -> Bool {
    let start = run.lowerBound
    let isPerson = isPerson(run, text)
    if start >= 2, Self.by.contains(text.tokens[start - 1]) {
      let reach = isPerson || run.count == 2 ? 4 : 2
      let earlier = max(0, start - reach)..<start - 1
      if earlier.contains(where: { Self.writing.contains(text.tokens[$0]) }) { return true }
      if Self.asking.contains(text.tokens[start - 2]), isSentenceStart(start - 2, text) {
        return true
      }
    }
    guard isPerson else { return false }
    if start >= 1, Self.i.contains(text.tokens[start - 1]) {
      return text.tokens[start - 1].range.count > 1
    }
    if start >= 2, Self.am.contains(text.tokens[start - 1]), Self.i.contains(text.tokens[start - 2])
    {
      return true
    }
    return run.upperBound < text.tokens.count && Self.present.contains(text.tokens[run.upperBound])
      && isSentenceStart(start, text)
  }

  private func isSentenceStart(_ token: Int, _ text: TokenizedText) -> Bool {
    text.sentences[text.sentence(holding: token)].lowerBound == token
  }

  /// `Mine throughout (Dana Wu)`, `my account since day one – Dana Wu`, `I had the account (Dana Wu)`, `Dana Wu's patch`.
  private func saysWhoseAccount(_ run: Range<Int>, _ text: TokenizedText) -> Bool {
    let start = run.lowerBound
    if run.upperBound < text.tokens.count, Self.patch.contains(text.tokens[run.upperBound]),
      ProperNames.isPossessive(run, in: text), isPerson(run, text)
    {
      return true
    }
    guard start >= 2 else { return false }
    let mark = text.tokens[start - 1]
    guard mark.kind == .punctuation, [0x28, 0x2C, 0x2D, 0x3A].contains(mark.key) else {
      return false
    }
    let sentence = text.sentences[text.sentence(holding: start)]
    // The mark may belong to the sentence before.
    let first = max(sentence.lowerBound, start - 10)
    guard first < start - 1,
      let mine = (first..<start - 1).last(where: {
        Self.mine.contains(text.tokens[$0]) || Self.i.contains(text.tokens[$0])
      })
    else { return false }
    // Between the claim and the name stands nothing that somebody else could do.
    let between = mine + 1..<start - 1
    let isMine = text.tokens[mine].range.count == 4
    return isMine && between.count <= 8
      || between.contains { Self.account.contains(text.tokens[$0]) }
  }

  /// A line that is nothing but a name, `/Dana`, `-- Dana Wu`, `~ Dana`, at the note's start or end, or at the end of its first lines.
  private func bySignature() -> Writer? {
    let own = layout.passages.indices.filter {
      layout.passages[$0].isWriters && layout.passages[$0].form == .paragraph
    }
    for index in own.prefix(4) + own.suffix(2).reversed() {
      let text = texts[index]
      guard let sentence = text.sentences.last, let run = signature(in: sentence, text) else {
        continue
      }
      let writer = writer(run, text)
      if writer.name.utf8.count > 1 { return writer }
    }
    return own.suffix(2).reversed().lazy.compactMap(smallSignature).first
  }

  /// A last line that is nothing but a name in small letters or behind an initial: `-- tess o.`, `shelly k`, `W. Tolhurst`.
  private func smallSignature(_ passage: Int) -> Writer? {
    let text = texts[passage]
    guard let start = text.tokens.firstIndex(where: \.isWordLike), start <= 2,
      text.tokens.count <= start + 4
    else { return nil }
    guard
      let run = initialled(at: start, in: text)
        ?? SmallName.run(at: start, in: text, lexicon.knownNames, isMarked: false),
      text.tokens[run.upperBound...].allSatisfy({ !$0.isWordLike })
    else { return nil }
    return Writer(name: text.text(of: run), role: nil)
  }

  /// An initial and a surname, both in capitals: `W. Tolhurst`, and not `I do`.
  private func initialled(at start: Int, in text: TokenizedText) -> Range<Int>? {
    guard text.bytes(of: start..<start + 1).count == 1, text.tokens[start].startsUpper,
      let name = text.tokens[(start + 1)...].firstIndex(where: \.isWordLike),
      text.tokens[name].kind == .word, text.tokens[name].startsUpper
    else { return nil }
    return start..<name + 1
  }

  private func signature(in sentence: Range<Int>, _ text: TokenizedText) -> Range<Int>? {
    guard let run = ProperNames.runs(in: sentence, of: text).last, run.count <= 3 else {
      return nil
    }
    let rest = text.tokens[run.upperBound..<sentence.upperBound]
    // A date may follow.
    guard rest.count(where: { $0.kind == .word }) <= 2,
      run.upperBound == sentence.upperBound || rest.first?.key == 0x2C
        || rest.allSatisfy({ !$0.isWordLike })
    else { return nil }
    let before = text.tokens[sentence.lowerBound..<run.lowerBound]
    if before.allSatisfy({ !$0.isWordLike }) {
      return !before.isEmpty || isPerson(run, text) ? run : nil
    }
    // A dash or stroke that opens the signature at the end of a line of text.
    guard let mark = before.last, mark.followsSpace,
      !text.tokens[run.lowerBound].followsSpace || mark.key == 0x2D,
      [0x2F, 0x2D, 0x7E].contains(mark.key)
    else { return nil }
    return isPerson(run, text) && rest.allSatisfy { !$0.isWordLike } ? run : nil
  }

  /// Who passes a thread on, or whoever writes first in a mail that goes to a list.
  private func byMail() -> Writer? {
    guard let from = layout.passages.firstIndex(where: { $0.form == .value(key: "from") }),
      layout.passages[from].quoteDepth == 0
    else { return nil }
    let head = layout.passages[from..<min(layout.passages.count, from + 5)]
    let isForward = head.contains { passage in
      guard passage.form == .value(key: "subject") else { return false }
      let subject = passage.text.utf8.prefix(4).map(Bytes.lowercased)
      return subject.starts(with: "fw".utf8)
    }
    let isInternal = layout.passages.indices[from..<min(layout.passages.count, from + 5)].contains {
      index in
      guard layout.passages[index].form == .value(key: "to") else { return false }
      return texts[index].tokens.contains { Self.lists.contains($0) }
    }
    guard isForward || isInternal,
      let run = ProperNames.runs(in: texts[from].tokens.indices, of: texts[from]).first
    else { return nil }
    return writer(run, texts[from])
  }

  /// `exit notes (dana)` or `Exit debrief, Dana` in the title.
  private func byTitle() -> Writer? {
    guard let text = texts.first, text.tokens.count >= 3 else { return nil }
    if let run = ProperNames.runs(in: text.tokens.indices, of: text).last, run.count <= 3,
      text.tokens.count - run.upperBound <= 1, run.lowerBound > 0,
      text.tokens[run.lowerBound - 1].kind == .punctuation, isPerson(run, text)
    {
      return writer(run.lowerBound..<text.tokens.count, text)
    }
    guard text.tokens[text.tokens.count - 1].key == 0x29,
      text.tokens[text.tokens.count - 3].key == 0x28
    else { return nil }
    let name = text.tokens.count - 2..<text.tokens.count - 1
    return lexicon.isGivenName(text.tokens[name.lowerBound]) ? writer(name, text) : nil
  }

  private func isPerson(_ run: Range<Int>, _ text: TokenizedText) -> Bool {
    if lexicon.isGivenName(text.tokens[run.lowerBound]) { return true }
    let name = ProperNames.name(at: run, in: text).lowercased()
    return layout.names.isName(name)
  }

  private func writer(_ run: Range<Int>, _ text: TokenizedText) -> Writer {
    var role: String?
    if run.upperBound + 1 < text.tokens.count,
      [0x2C, 0x28].contains(text.tokens[run.upperBound].key)
    {
      let end = min(text.tokens.count, run.upperBound + 5)
      role = text.text(of: run.upperBound + 1..<end)
    }
    return Writer(name: ProperNames.name(at: run, in: text), role: role)
  }
}
