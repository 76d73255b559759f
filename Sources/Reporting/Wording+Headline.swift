package import PostmortemModel

extension Wording {
  /// What a report is called: the account's name, or the post-mortem's id where it is not known.
  package static func title(_ model: Postmortem) -> String { name(model) ?? model.id }

  private static func name(_ model: Postmortem) -> String? {
    model.account.name.flatMap { isBlank($0) ? nil : $0 }
  }

  /// Whether a text has nothing but white space.
  static func isBlank(_ text: String) -> Bool {
    // Most texts start with a letter.
    if let first = text.utf8.first, first > 0x20, first < 0x80 { return false }
    return text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  /// What became of the account, in sentences made of its facts.
  package static func headline(_ model: Postmortem) -> String? {
    let account = model.account
    let name = name(model) ?? "The customer"
    var parts: [String] = []
    switch model.outcome {
    case .lost:
      var sentence = "\(name) left"
      if let date = account.churnDate {
        sentence += " \(date.precision == .day ? "on" : "in") \(self.date(date))"
      }
      if let months = account.tenureMonths {
        sentence += " after \(Wording.months(months)) as a customer"
      }
      if account.churnDate != nil || account.tenureMonths != nil { parts.append("\(sentence).") }
    case .partlyLost: parts.append("\(name) gave up a part of the contract.")
    case .atRisk: parts.append("\(name) is at risk of leaving.")
    case .recovered: parts.append("\(name) was at risk and has stayed.")
    }
    if let value = account.contractValue {
      parts.append("The contract was worth \(money(value)) a year.")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
