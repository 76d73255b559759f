import Evidence
import Language
import PostmortemModel

extension Rule {
  /// Lists the products that the customer moved to or looked at: names in answers that ask for them, and names behind
  /// words of moving and comparing.
  static let competitors = Rule(id: "competitors", summary: "Products they moved to or looked at") { reading, draft in
    let note = reading.note
    var names = CompetitorNames(note: note, account: draft.postmortem.account)
    for unit in note.units { names.read(unit) }
    draft.postmortem.competitors = names.found
  }
}

private struct CompetitorNames {
  let note: Note
  var found: [Competitor] = []
  private let excluded: [String]

  /// How many words may stand between the cue and the name.
  private static let reach = 5

  init(note: Note, account: Account) {
    self.note = note
    var excluded = note.layout.participants.flatMap { [$0.name] + $0.aliases }
    excluded += [account.name, account.csm, account.industry, account.region].compactMap { $0 }
    excluded += note.layout.fields.filter { ["product", "contact", "csm", "name", "interviewer"].contains($0.name) }
      .map { note.text(ofPassage: $0.passage) }
    self.excluded = excluded.map { $0.lowercased() }
  }

  mutating func read(_ unit: Unit) {
    let passage = note.passage(of: unit)
    if case .heading = passage.form { return }
    if note.layout.questionPassages.contains(unit.passage) { return }
    let text = note.texts[unit.passage]
    let isAsked = note.fieldName(ofPassage: unit.passage) == "competitors"
      || passage.question.map { note.layout.questions[$0].asks.first == "competitors" } ?? false
    let runs = ProperNames.runs(in: unit.tokens, of: text)
    for run in runs {
      guard isAsked || follows(run, cueOf: unit) else { continue }
      add(run, text, passage, unit)
    }
  }

  private func follows(_ run: Range<Int>, cueOf unit: Unit) -> Bool {
    unit.cues.contains { cue in
      guard cue.topic == .role("moved-to"), cue.modality == .asserted || cue.modality == .denied else { return false }
      let gap = run.lowerBound - cue.tokens.upperBound
      return (0...Self.reach).contains(gap)
    }
  }

  private mutating func add(_ run: Range<Int>, _ text: TokenizedText, _ passage: Passage, _ unit: Unit) {
    let name = text.text(of: run)
    let wanted = name.lowercased()
    guard name.utf8.count > 2, run.count <= 4,
      !excluded.contains(where: { $0 == wanted || $0.hasPrefix(wanted + " ") || wanted.hasPrefix($0 + " ") || $0.contains(wanted) }),
      !found.contains(where: { $0.name.lowercased() == wanted })
    else { return }
    found.append(Competitor(name: name, evidence: [passage.excerpt(unit.range)]))
  }
}
