import PostmortemModel
import Reporting

/// The verdict against the cause that came next: how close it was.
struct VerdictContest: Sendable {
  /// The cause with the most points that is not the verdict.
  let runnerUp: CauseCandidate
  /// How many points the verdict is ahead; negative where too little is said of one with more points.
  let margin: Double

  /// Compares the verdict of `cause` with the next; nothing where there are no two to compare.
  init?(_ cause: RootCause, _ weighing: CauseWeighing) {
    guard cause.primary.category != .undetermined,
      let winner = cause.candidates.first(where: { $0.category == cause.primary.category }),
      let next = weighing.runnerUp
    else { return nil }
    runnerUp = next
    margin = winner.points - next.points
  }

  /// Whether one more sentence would have turned it.
  var isClose: Bool { margin >= 0 && margin < 1 }
}
