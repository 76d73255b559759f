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
    // The names of products in order: those that begin with the words of one stand right behind it.
    let products = names.enumerated().filter { $0.element.standing == .other }
      .map { (text: $0.element.text, order: $0.offset) }.sorted { $0.text < $1.text }
    var listed: Set<String> = []
    for index in rivals {
      // "Hearth" where the note also says "Hearth One": the longer name is the product's.
      let name = longest(names[index].text, in: products)
      guard let place = names[index].places.first, listed.insert(name).inserted else { continue }
      draft.postmortem.competitors.append(
        Competitor(name: name, evidence: [note.excerpt(of: note.units[place.unit])]))
    }
  }

  /// The longest name of the note that begins with the words of `name`.
  private static func longest(
    _ name: String, in products: [(text: String, order: Int)]
  ) -> String {
    let beginning = name + " "
    return products[products.partitioningIndex { $0.text >= beginning }...]
      .prefix { $0.text.hasPrefix(beginning) }
      .max { ($0.text.utf8.count, $1.order) < ($1.text.utf8.count, $0.order) }?.text ?? name
  }
}
