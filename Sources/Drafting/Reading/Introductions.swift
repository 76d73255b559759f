import Language

/// Finds people as notes introduce them, so that "Dana" and "DW" are known later on: `Dana Wu (head of operations)`,
/// `Dana Wu, their CFO`, `the controller, Dana Wu`, `Dana in finance`, `Mrs Wu`.
struct Introductions {
  private let lexicon: Lexicon

  /// Introduces everybody whom the passages of `layout` introduce.
  static func read(_ layout: inout NoteLayout, texts: [TokenizedText], lexicon: Lexicon) {
    let reader = Introductions(lexicon: lexicon)
    for (index, passage) in layout.passages.enumerated() {
      if case .heading = passage.form { continue }
      let text = texts[index]
      for run in ProperNames.runs(in: 0..<text.tokens.count, of: text) where run.count <= 5 {
        reader.introduce(run, in: text, &layout)
      }
    }
  }

  private func introduce(_ run: Range<Int>, in text: TokenizedText, _ layout: inout NoteLayout) {
    guard !ProperNames.isPossessive(run, in: text) else { return }
    let isPerson = lexicon.isGivenName(text.tokens[run.lowerBound])
    let isTitled =
      run.contains { NameWords.titles.contains(text.tokens[$0]) }
      || run.lowerBound > 0 && NameWords.titles.contains(text.tokens[run.lowerBound - 1])
    if let remark = remark(behind: run.upperBound, in: text) {
      if remark.count == 1, isInitials(remark.lowerBound, of: run, text) {
        layout.introduce(
          text.text(of: run), alias: text.text(of: remark),
          role: roleBehind(run, text).map(text.text(of:)))
        return
      }
      let hasRole = remark.contains { holdsRole(text.tokens[$0]) }
      guard isShortRole(remark, text),
        isPerson || isTitled || hasRole
          || run.count == 2 && remark.count <= 2 && !hasFigure(remark, text)
          || isKnown(run, text, layout)
      else { return }
      add(run, text, role: remark, &layout)
    } else if isPerson || isTitled, run.count <= 4 {
      if let role = roleBehind(run, text) ?? roleBefore(run, text) {
        add(run, text, role: role, &layout)
      } else if isTitled {
        add(run, text, role: nil, &layout)
      }
    }
  }

  /// `Dana Wu (DW)`.
  private func isInitials(_ token: Int, of run: Range<Int>, _ text: TokenizedText) -> Bool {
    text.tokens[token].startsUpper
      && People.initials(text.text(of: run)) == text.text(of: token..<token + 1).lowercased()
  }

  private func add(
    _ run: Range<Int>, _ text: TokenizedText, role: Range<Int>?, _ layout: inout NoteLayout
  ) {
    layout.introduce(text.text(of: run), alias: nil, role: role.map { text.text(of: $0) })
  }

  private func holdsRole(_ token: Token) -> Bool {
    token.kind == .word && (NameWords.roles.contains(token) || NameWords.teams.contains(token))
  }

  private func isKnown(_ run: Range<Int>, _ text: TokenizedText, _ layout: NoteLayout) -> Bool {
    let name = text.text(of: run).lowercased()
    return layout.names.isName(name)
  }

  /// The tokens in the brackets right behind a name.
  private func remark(behind end: Int, in text: TokenizedText) -> Range<Int>? {
    guard end + 1 < text.tokens.count, text.tokens[end].key == 0x28, text.tokens[end].followsSpace,
      let close = (end + 1..<min(text.tokens.count, end + 12)).first(where: {
        text.tokens[$0].key == 0x29
      }), close > end + 1
    else { return nil }
    return end + 1..<close
  }

  private func isShortRole(_ range: Range<Int>, _ text: TokenizedText) -> Bool {
    range.count { text.tokens[$0].key == 0x2C } <= 1
      && !range.contains { text.tokens[$0].kind == .number }
  }

  private func hasFigure(_ range: Range<Int>, _ text: TokenizedText) -> Bool {
    text.utf8[text.bytes(of: range)].contains(where: Bytes.isDigit)
  }

  /// `, their head of operations`, `, who runs the desk`, `in finance`.
  private func roleBehind(_ run: Range<Int>, _ text: TokenizedText) -> Range<Int>? {
    let start = run.upperBound
    guard start + 1 < text.tokens.count else { return nil }
    if text.tokens[start].key == 0x2C {
      let end =
        (start + 1..<min(text.tokens.count, start + 9)).first {
          text.tokens[$0].kind == .punctuation && text.tokens[$0].key != 0x27
        } ?? min(text.tokens.count, start + 9)
      let role = start + 1..<end
      return role.prefix(5).contains { holdsRole(text.tokens[$0]) } ? role : nil
    }
    guard Self.prepositions.contains(text.tokens[start]),
      NameWords.teams.contains(text.tokens[start + 1])
    else { return nil }
    return start + 1..<start + 2
  }

  private static let prepositions = WordSet("in from at on")

  /// `their controller Dana`, `our AE, Dana`.
  private func roleBefore(_ run: Range<Int>, _ text: TokenizedText) -> Range<Int>? {
    var index = run.lowerBound - 1
    if index >= 0, text.tokens[index].key == 0x2C { index -= 1 }
    guard index >= 0, text.tokens[index].kind == .word, NameWords.roles.contains(text.tokens[index])
    else { return nil }
    return max(0, index - 2)..<index + 1
  }
}
