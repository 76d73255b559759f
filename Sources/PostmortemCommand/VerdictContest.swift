import PostmortemModel

/// The verdict against the cause that came next: how close it was, and on what it hung.
struct VerdictContest: Sendable {
  /// The cause with the most points that is not the verdict.
  let runnerUp: CauseCandidate
  /// How many points the verdict is ahead; negative where a rule put it before one with more points.
  let margin: Double
  /// The fewest reasons for the verdict without which the other would win, weightiest first; empty where even all of them
  /// would not do.
  let decisive: [CausePoint]

  /// Compares the verdict of `cause` with the next; nothing where there are no two to compare.
  init?(_ cause: RootCause) {
    guard cause.primary.category != .undetermined,
      let winner = cause.candidates.first(where: { $0.category == cause.primary.category }),
      let next = cause.candidates.filter({ $0.category != winner.category })
        .max(by: { $0.points < $1.points })
    else { return nil }
    runnerUp = next
    margin = winner.points - next.points
    var gap = margin
    var reasons: [CausePoint] = []
    for reason in winner.because.sorted(by: { $0.points > $1.points })
    where gap >= 0 && reason.points > 0 {
      reasons.append(reason)
      gap -= reason.points
    }
    decisive = gap < 0 ? reasons : []
  }
}
