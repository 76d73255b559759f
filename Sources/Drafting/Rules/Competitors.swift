import Evidence
import PostmortemModel

extension Rule {
  /// Lists the products that the customer moved to or looked at: names that stand where and how such names stand.
  static let competitors = Rule(id: "competitors", summary: "Products they moved to or looked at") {
    reading, draft in
    let note = reading.note
    for (index, name) in reading.names.names.enumerated()
    where reading.nameVerdicts.score("competitor", index) > 0 {
      guard name.text != draft.postmortem.account.name, name.text != draft.postmortem.account.csm,
        let place = name.places.first
      else { continue }
      draft.postmortem.competitors.append(
        Competitor(name: name.text, evidence: [note.excerpt(of: note.units[place.unit])]))
    }
  }
}
