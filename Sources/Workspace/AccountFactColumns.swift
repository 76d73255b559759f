import Answers
import Language

/// The columns of a customer database's export that say what a post-mortem holds of an account; one for each fact.
///
/// Such exports have hundreds of columns, and some mean something else than a form's key of that name: `Annual Revenue`
/// is what the customer earns. So only headers that are listed here are taken.
struct AccountFactColumns {
  /// The columns that are taken, by their keys, with the key that drafting knows them by.
  private var columns: [[String]: String] = [:]

  init(of records: [AnswerRecord], account: AccountColumn?) {
    guard let first = records.first else { return }
    if let answer = records.lazy.compactMap({ account?.answer(in: $0) }).first {
      columns[answer.path] = "Account"
    }
    let named = first.answers.map { (path: $0.path, words: Self.words($0.path.last ?? "")) }
    for fact in Self.facts {
      for header in fact.headers {
        let path = named.first { $0.words == header && columns[$0.path] == nil }?.path
        guard let path else { continue }
        // That an amount is monthly is told by its header, and so may be the currency.
        columns[path] = fact.key ?? path.last
        break
      }
    }
  }

  /// The records with those columns alone.
  func narrowed(_ records: [AnswerRecord]) -> [AnswerRecord] {
    records.map { record in
      var narrow = record
      narrow.answers = record.answers.compactMap { answer in
        guard let key = columns[answer.path] else { return nil }
        var renamed = answer
        renamed.path = [key]
        return renamed
      }
      return narrow
    }
  }

  /// The words of a header without a unit in brackets and without the `__c` of fields that a company added.
  private static func words(_ header: String) -> String {
    let words = FoldedName.words(String(header.prefix { $0 != "(" && $0 != "[" }))
    return words.hasSuffix(" c") ? String(words.dropLast(2)) : words
  }

  /// The facts, with the headers of each, best first.
  private static let facts: [(key: String?, headers: [String])] = [
    (
      nil,
      [
        "arr", "annual recurring revenue", "acv", "annual contract value", "contract value",
        "current arr", "account arr", "total arr", "annual value", "mrr",
        "monthly recurring revenue",
      ]
    ),
    ("Currency", ["currency", "account currency", "currency code", "currency iso code"]),
    (
      "Segment",
      [
        "segment", "customer segment", "account segment", "company size", "tier", "customer tier",
        "account tier",
      ]
    ),
    ("Industry", ["industry", "sector", "vertical", "primary industry", "branche"]),
    (
      "Region",
      [
        "region", "account region", "sales region", "territory", "billing country", "country",
        "country region",
      ]
    ),
    (
      "CSM",
      [
        "csm", "customer success manager", "csm name", "csm owner", "success manager", "cs owner",
        "cs lead", "customer success owner", "account manager", "company owner", "account owner",
        "owner",
      ]
    ),
    (
      "Start date",
      [
        "contract start", "contract start date", "subscription start", "subscription start date",
        "start date", "customer since",
      ]
    ),
    ("Notice date", ["notice date", "cancellation notice date", "cancellation received"]),
    (
      "Renewal date",
      ["renewal date", "next renewal", "next renewal date", "contract renewal date"]
    ),
    (
      "Churn date",
      [
        "churn date", "churned on", "churned date", "date churned", "cancellation date",
        "termination date", "contract end", "contract end date", "subscription end",
        "subscription end date", "end date",
      ]
    ),
  ]
}
