import Evidence
import PostmortemModel

extension NoteRun {
  /// So many lines are tried one by one, and together.
  private static let mostLines = 6

  /// What would change the verdict of `draft`, which is this run's of `note`: found by reading the note again without its
  /// weightiest lines, and with what speaks for the next cause as the reason.
  ///
  /// Only changes that lead to another verdict are given. Lines of the answers are never left out: they are decisions.
  public func trials(of draft: NoteDraft, _ note: InputFile) -> [VerdictTrial] {
    let root = draft.postmortem.rootCause
    guard root.primary.category != .undetermined,
      let winner = root.candidates.first(where: { $0.category == root.primary.category })
    else { return [] }
    let lines = Self.lines(of: winner, in: note.text.name).prefix(Self.mostLines)
    var trials: [VerdictTrial] = []
    for passage in lines {
      if let leader = leader(Self.without([passage], note.text), note, root) {
        trials.append(VerdictTrial(.without(Array(passage)), leader: leader))
      }
    }
    if trials.isEmpty {
      for count in 2...max(2, lines.count) where trials.isEmpty && count <= lines.count {
        let passages = Array(lines.prefix(count))
        if let leader = leader(Self.without(passages, note.text), note, root) {
          let all = Set(passages.flatMap(Array.init)).sorted()
          trials.append(VerdictTrial(.without(all), leader: leader))
        }
      }
    }
    let ruledOut = root.ruledOut.map(\.category)
    let rivals = root.candidates.filter {
      $0.category != winner.category && !ruledOut.contains($0.category)
    }
    for rival in rivals.prefix(2) {
      let excerpts = rival.because.filter { $0.points > 0 }.compactMap(\.evidence.first)
      guard let excerpt = excerpts.first(where: { $0.source == note.text.name }) else { continue }
      let text = note.text.utf8 + Array("\n\n# Why they left\n\n\(excerpt.quote)\n".utf8)
      if leader(text, note, root) == rival.category {
        trials.append(VerdictTrial(.asReason(excerpt.line), leader: rival.category))
      }
    }
    return trials
  }

  /// The passages of the note that speak for a cause, the weightiest first.
  private static func lines(of cause: CauseCandidate, in name: String) -> [ClosedRange<Int>] {
    var sums: [(lines: ClosedRange<Int>, points: Double)] = []
    for point in cause.because where point.points > 0 {
      guard let excerpt = point.evidence.first, excerpt.source == name else { continue }
      let lines = excerpt.line...max(excerpt.line, excerpt.endLine)
      if let same = sums.firstIndex(where: { $0.lines == lines }) {
        sums[same].points += point.points
      } else {
        sums.append((lines, point.points))
      }
    }
    return sums.sorted { ($1.points, $0.lines.lowerBound) < ($0.points, $1.lines.lowerBound) }
      .map(\.lines)
  }

  private static func without(_ passages: [ClosedRange<Int>], _ text: SourceText) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in 1...text.lineCount where !passages.contains(where: { $0.contains(line) }) {
      bytes += text.utf8[text.range(ofLine: line)] + [0x0A]
    }
    return bytes
  }

  /// The verdict on a changed note, where it is another one.
  private func leader(_ text: [UInt8], _ note: InputFile, _ root: RootCause) -> CauseCategory? {
    let changed = InputFile(path: note.path, bytes: text, name: note.text.name)
    let leader = draft(changed).postmortem.rootCause.primary.category
    return leader == root.primary.category ? nil : leader
  }
}
