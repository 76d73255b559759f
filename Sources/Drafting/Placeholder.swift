public import Answers
public import Evidence
public import PostmortemModel

/// Stands in for a draft.
public struct Draft: Sendable {
  /// The post-mortem.
  public var postmortem: Postmortem
  /// The findings.
  public var findings: [Finding]
}

/// Stands in for the reader of notes.
public struct Drafter: Sendable {
  /// Creates one.
  public init() {}

  /// Reads the line `account: NAME`.
  public func draft(_ note: SourceText, answers: AnswerRecord?) -> Draft {
    var postmortem = Postmortem(id: note.name)
    for line in 1...max(1, note.lineCount) {
      let text = note.text(note.range(ofLine: line))
      if text.hasPrefix("account: ") { postmortem.account.name = String(text.dropFirst(9)) }
    }
    for answer in answers?.answers ?? [] where answer.path == ["account"] {
      postmortem.account.name = answer.text
    }
    return Draft(postmortem: postmortem, findings: note.findings)
  }
}
