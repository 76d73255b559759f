/// The rules, in the order in which they build on each other.
enum Rules {
  static let all: [Rule] = [
    .accountFacts, .accountFromProse, .timeline, .turningPoint, .rootCause, .signals, .lessons,
    .actions,
    .saveAttempts, .wentWell, .competitors, .quotes, .winBack, .offboarding, .metrics, .departments,
    .riskRecord, .openQuestions,
  ]
}
