import Language

/// Finds the initials by which a note's writer signs: `exit - DF - 2 Oct`, `RK, call 8 July with the editor`, `/ NF`.
struct InitialsFinder {
  let layout: NoteLayout
  let texts: [TokenizedText]

  /// The writer, where initials stand apart in the first lines or make up the last one.
  func find() -> Writer? {
    let own = layout.passages.indices.filter {
      layout.passages[$0].speaker == nil && layout.passages[$0].quoteDepth == 0
    }
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
    uk us eu it hr cs am ae qa pm ai ar ap bi tv ok vs ux ui pr pi po fw re cc id ip io db kb mb gb hq rd st dr mr ms no to of
    in on at by we he me my an as is or so up go do if be nz au ie sf dc kl hk sa uae ev pc q1 q2 q3 q4 h1 h2 fy cx ps nb
    al ak az ar ca co ct de fl ga hi id il ia ks ky la md ma mi mn mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx
    ut vt va wa wv wi wy ab bc mb ns nl on pe qc sk nt yt nu qld wa nsw vic tas act sp rj
    """)
}
