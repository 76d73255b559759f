import Answers
import Evidence
import Language

/// The column or key under which a file of many accounts gives each one's name.
struct AccountColumn {
  /// The keys of the column, as the file writes them.
  private let path: [String]

  /// Finds the column of `records`: the one whose header is `name`, or else the one whose header says most plainly that
  /// it is the account's name.
  init?(of records: [AnswerRecord], named name: String?) {
    var best: (path: [String], rank: Int)?
    for path in Self.paths(of: records) {
      let rank: Int?
      if let name {
        let wanted = FoldedName.words(name)
        let isMeant =
          FoldedName.words(path.last ?? "") == wanted
          || FoldedName.words(path.joined(separator: " ")) == wanted
        rank = isMeant ? 0 : nil
      } else {
        rank = Self.rank(of: path.last ?? "")
      }
      if let rank, rank < best?.rank ?? .max { best = (path, rank) }
    }
    guard let best else { return nil }
    path = best.path
  }

  /// The account's name in `record`, where it gives one.
  func answer(in record: AnswerRecord) -> Answer? {
    record.answers.first { $0.path == path && !$0.text.isEmpty }
  }

  /// `record` with the account's name under a key that says so, whatever the form asked.
  func renamed(_ record: AnswerRecord) -> AnswerRecord {
    guard path.count > 1 || !Self.labels.contains(FoldedName.words(path.last ?? "")) else {
      return record
    }
    var renamed = record
    for index in renamed.answers.indices where renamed.answers[index].path == path {
      renamed.answers[index].path = ["Account"]
    }
    return renamed
  }

  /// What to tell where no column has the header that was named.
  static func missing(_ name: String, in records: [AnswerRecord], of file: InputFile) -> Finding {
    Finding(
      "no-account-column", .error,
      "No column is called “\(name)”; there are \(list(of: records))", in: "\(file.path)",
      at: SourcePosition(line: 1, column: 1))
  }

  /// What to tell where no column seems to be the account's name.
  static func unknown(in file: AnswersFile) -> Finding {
    Finding(
      "no-account-column", .error,
      "No column is known to give the account's name, so that no row is used; name it with --account-column, one of \(list(of: file.records))",
      in: "\(file.file.path)", at: SourcePosition(line: 1, column: 1))
  }

  private static func list(of records: [AnswerRecord]) -> String {
    paths(of: records).compactMap(\.last).filter { !$0.isEmpty }.map { "“\($0)”" }
      .listed(most: 12)
  }

  /// The keys that records have, in the order of the first; rows of a table have all the same.
  private static func paths(of records: [AnswerRecord]) -> [[String]] {
    var seen: Set<[String]> = []
    return records.prefix(20).flatMap(\.answers).map(\.path).filter { seen.insert($0).inserted }
  }

  // MARK: Headers

  /// How plainly a header says that it is the account's name, whatever it adds in brackets; the lowest is the plainest.
  private static func rank(of text: String) -> Int? {
    let header = FoldedName.words(String(text.prefix { $0 != "(" && $0 != "[" }))
    if let index = labels.firstIndex(of: header) { return header == "name" ? 900 : index }
    let words = header.split(separator: " ").map(String.init)
    guard !words.contains(where: strangers.contains) else { return nil }
    for (index, word) in words.enumerated() where nouns.contains(word) {
      let before = index > 0 ? words[index - 1] : ""
      let after = index + 1 < words.count ? words[index + 1] : ""
      if after == "name" { return index == 0 ? 100 : 200 }
      if ["which", "what"].contains(before) { return 300 }
      if words[..<index].contains("name"), words[..<index].contains("of") { return 200 }
      if index == 0, words.count <= 4 { return 400 }
      if words.count <= 3 { return 500 }
    }
    return nil
  }

  /// What the column is called where it is called by one word or two, best first.
  private static let labels = [
    "account", "account name", "customer", "customer name", "company", "company name", "client",
    "client name", "organization", "organisation", "organization name", "organisation name",
    "kunde", "kundenname", "firma", "firmenname", "unternehmen", "client nom", "entreprise",
    "societe", "empresa", "cliente", "name",
  ]

  private static let nouns: Set<String> = [
    "account", "customer", "company", "client", "organization", "organisation", "business", "firma",
    "unternehmen", "kunde", "entreprise", "societe", "empresa", "cliente",
  ]

  /// Words of headers that ask something else of an account, or for another company.
  private static let strangers: Set<String> = [
    "id", "number", "no", "owner", "manager", "size", "type", "email", "mail", "url", "website",
    "domain", "industry", "segment", "tier", "status", "stage", "phone", "address", "value",
    "since",
    "source", "parent", "currency", "switch", "switched", "move", "moved", "moving", "instead",
    "competitor", "competitors", "replace", "replaced", "replacing", "choose", "chose", "chosen",
    "why", "how", "when", "success", "support", "service", "team", "role", "health",
    "score",
  ]
}
