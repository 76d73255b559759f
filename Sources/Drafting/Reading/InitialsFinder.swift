import Language

/// Finds the initials by which a note's writer signs: `exit - DF - 2 Oct`, `RK, call 8 July with the editor`, `/ NF`.
struct InitialsFinder {
  let layout: NoteLayout
  let texts: [TokenizedText]

  /// The writer, where initials stand apart in the first lines or make up the last one.
  func find() -> Writer? {
    let own = layout.passages.indices.filter { layout.passages[$0].isWriters }
    for index in own.prefix(Self.opening) {
      let text = texts[index]
      if let token = text.tokens.indices.first(where: { isApart($0, text) }) {
        return Writer(name: text.text(of: token..<token + 1), role: nil)
      }
    }
    guard let last = own.last, let token = texts[last].tokens.lastIndex(where: \.isWordLike),
      texts[last].tokens.count <= 3, isInitials(token, texts[last])
    else { return nil }
    return Writer(name: texts[last].text(of: token..<token + 1), role: nil)
  }

  /// So many passages are a note's first.
  private static let opening = 4

  /// Whether initials stand between marks, at a line's end or beginning, or before whom they spoke with.
  private func isApart(_ token: Int, _ text: TokenizedText) -> Bool {
    let isAcquainted =
      token + 1 < text.tokens.count && Self.with.contains(text.tokens[token + 1])
    guard isInitials(token, text, evenIfKnown: isAcquainted) else { return false }
    let opens =
      text.tokens[token].startsLine || token == 0
      || text.tokens[token - 1].kind == .punctuation && text.tokens[token].followsSpace
    guard opens else { return false }
    guard token + 1 < text.tokens.count else { return token > 0 }
    let next = text.tokens[token + 1]
    if next.kind == .word { return isAcquainted }
    // What stands apart in a list of places is one of them.
    return next.kind == .punctuation && Self.marks.contains(next.key)
      && (token > 0 || next.key == 0x2C)
  }

  /// Whether the token is two capitals, and no abbreviation unless those count as well.
  private func isInitials(
    _ token: Int, _ text: TokenizedText, evenIfKnown: Bool = false
  ) -> Bool {
    let bytes = text.utf8[text.bytes(of: token..<token + 1)]
    return bytes.count == 2 && bytes.allSatisfy(Bytes.isUpper)
      && (evenIfKnown || !Self.abbreviations.contains(text.tokens[token]))
  }

  private static let with = WordSet("w with w/ spoke talked met rang called")
  private static let marks: Set<UInt64> = [0x2C, 0x2D, 0x2E, 0x2F, 0x2013, 0x7C]
  /// Abbreviations of two letters that are nobody's, American states and Canadian provinces among them.
  private static let abbreviations = WordSet(
    """
    ab ae ai ak al am an ap ar as at au az bc be bi by ca cc co cs ct cx db dc de do dr eu ev fl fw fy ga gb go he hi hk
    hq hr ia id ie if il in io ip is it kb kl ks ky la ma mb md me mi mn mo mr ms mt my nb nc nd ne nh nj nl nm no ns nt
    nu nv ny nz of oh ok on or pa pc pe pi pm po pr ps qa qc rd re ri rj sa sc sd sf sk so sp st tn to tv tx ui uk up us
    ut ux va vs vt wa we wi wv wy yt
    """)
}
