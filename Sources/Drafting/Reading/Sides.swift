/// Tells which side of the table each participant sits on.
enum Sides {
  /// Roles of people who work for the vendor; on the customer's side the same words come with the customer's name.
  private static let ourRoles: Set<String> = [
    "csm", "ae", "sales", "support", "eng", "product", "renewals", "onboarding", "implementation",
    "solutions", "services", "us", "me", "our", "ours", "engineering", "tam", "infosec",
    "helpdesk", "billing",
  ]
  private static let ourPairs = [
    "customer success", "account exec", "account manager", "professional services",
    "customer care",
  ]
  private static let writerNames: Set<String> = ["me", "i", "csm", "us", "interviewer", "q"]

  static func assign(in layout: inout NoteLayout) {
    let csm = layout.fields.first { $0.name == "csm" }
      .map {
        layout.passages[$0.passage].text.folded(0..<layout.passages[$0.passage].text.utf8.count)
      }?
      .lowercased()
    let questions = questionShares(in: layout)
    for index in layout.participants.indices {
      layout.participants[index].side = side(of: layout.participants[index], csm: csm)
      if let writer = layout.writer, layout.participants[index].name == writer.name {
        layout.participants[index].side = .us
      }
    }
    assignInternalChannels(in: &layout)
    let spoken = layout.participants.indices.filter { layout.participants[$0].side == .unknown }
    let hasUs = layout.participants.contains { $0.side == .us && $0.turns > 0 }
    // Where nobody is known to be ours, the one who asks most is.
    if !hasUs, spoken.count >= 2, let asker = spoken.max(by: { questions[$0] < questions[$1] }),
      questions[asker] >= 0.3
    {
      layout.participants[asker].side = .us
    }
    for index in spoken where layout.participants[index].side == .unknown {
      layout.participants[index].side = .customer
    }
  }

  private static func side(of participant: Participant, csm: String?) -> Participant.Side {
    let names = [participant.key] + participant.aliasKeys
    if names.contains(where: writerNames.contains) { return .us }
    if let csm, names.contains(where: { isSamePerson($0, csm) }) { return .us }
    guard let role = participant.role?.lowercased() else { return .unknown }
    let isOurs =
      role.split { !$0.isLetter }.contains { ourRoles.contains(String($0)) }
      || ourPairs.contains { Bytes.contains($0, in: role) }
    return isOurs ? .us : .unknown
  }

  /// Full name against first name or initials.
  private static func isSamePerson(_ name: String, _ full: String) -> Bool {
    if name == full || full.hasPrefix(name + " ") || name.hasPrefix(full + " ") { return true }
    let initials = String(full.split(separator: " ").compactMap(\.first))
    return name.count >= 2 && name == initials
  }

  /// In a section that is headed by a channel's name, such as `#acct-review`, only our own people write.
  private static func assignInternalChannels(in layout: inout NoteLayout) {
    for passage in layout.passages {
      guard let speaker = passage.speaker, layout.participants[speaker].side == .unknown else {
        continue
      }
      let title = layout.sections[passage.section].title
      if title.hasPrefix("#"), title.utf8.count > 1 { layout.participants[speaker].side = .us }
    }
  }

  /// For each participant, which share of their turns holds a question.
  private static func questionShares(in layout: NoteLayout) -> [Double] {
    var turns = [Double](repeating: 0, count: layout.participants.count)
    var asked = turns
    for passage in layout.passages {
      guard let speaker = passage.speaker else { continue }
      turns[speaker] += 1
      if passage.text.utf8.contains(0x3F) { asked[speaker] += 1 }
    }
    return zip(asked, turns).map { $1 > 0 ? $0 / $1 : 0 }
  }
}
