import Evidence
import PostmortemModel

extension Rule {
  /// Lists the products that the customer moved to or looked at: names that stand where and how such names stand.
  static let competitors = Rule(id: "competitors", summary: "Products they moved to or looked at") {
    reading, draft in
    let note = reading.note
    let names = reading.names.names
    let account = draft.postmortem.account
    let rivals = names.indices.filter { index in
      reading.nameVerdicts.score("competitor", index) > 0 && names[index].text != account.name
        && names[index].text != account.csm
    }
    var listed: [String] = []
    for index in rivals {
      // "Hearth" where the note also says "Hearth One": the longer name is the product's.
      let name = longest(names[index].text, in: names)
      guard !listed.contains(name), let place = names[index].places.first else { continue }
      listed.append(name)
      draft.postmortem.competitors.append(
        Competitor(name: name, evidence: [note.excerpt(of: note.units[place.unit])]))
    }
  }

  /// The longest name of the note that begins with the words of `name`.
  private static func longest(_ name: String, in names: [NameFeatures.Name]) -> String {
    names.lazy.filter { $0.standing == .other && $0.text.hasPrefix(name + " ") }
      .map(\.text).max { $0.utf8.count < $1.utf8.count } ?? name
  }
}
