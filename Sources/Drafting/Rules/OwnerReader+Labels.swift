import Language

/// Who owns what stands below a label, a heading or in a row.
extension OwnerReader {
  /// Who a label, a heading of a list or a column names: `me`, `Dana`, `Dana (billing)`, `finance (Dana)`, `support`.
  func owner(label: String) -> String? {
    let text = TokenizedText(label)
    let words = text.tokens.filter(\.isWordLike)
    guard !words.isEmpty, words.count <= 6 else { return nil }
    if Self.me.contains(words[0]) || words.count <= 2 && NameWords.writer.contains(words[0]) {
      return people.writer ?? Self.unknownWriter
    }
    let all = text.tokens.indices
    let runs = ProperNames.runs(in: all, of: text)
    if let run = runs.last(where: {
      isInBrackets($0, text) && followsTeam($0.lowerBound - 1, all, text)
    }) ?? runs.first(where: { people.isPerson($0, text) && !isReceiver($0, all, text) })
      ?? runs.last(where: { isInBrackets($0, text) })
      ?? runs.first(where: { hasTeam(behind: $0, all, text) })
    {
      return people.resolved(ProperNames.name(at: run, in: text))
    }
    if isSmallName(all.lowerBound, text),
      words.dropFirst().allSatisfy({
        NameWords.teams.contains($0) || NameWords.roles.contains($0)
          || note.knownNames.people.contains($0)
      })
    {
      let end = all.first { text.tokens[$0].key == 0x28 } ?? all.upperBound
      return people.resolved(text.text(of: all.lowerBound..<end))
    }
    let isATeam =
      words.allSatisfy {
        NameWords.teams.contains($0) || NameWords.roles.contains($0) || Self.ours.contains($0)
      } || words.count <= 3 && words.last.map(Self.team.contains) ?? false
    if isATeam { return label }
    if let run = runs.first, run.count == words.count, words.count <= 2,
      !words.contains(where: { Self.listNames.contains($0) })
    {
      return people.resolved(text.text(of: run))
    }
    if words.count <= 3, let participant = people.participant(label) { return participant.name }
    return nil
  }

  private static let team = WordSet("team dept department desk")

  /// What lists of tasks are called: `Tasks: Dana closes the account` names nobody before the colon.
  private static let listNames = WordSet(
    """
    task tasks action actions commitment commitments request requests todo todos job jobs owed promised agreed undertaken
    undertakings remark remarks item items proposal proposals promise promises duty duties step steps
    """)
}
