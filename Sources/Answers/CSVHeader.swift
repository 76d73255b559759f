/// What the columns of a form export ask, worked out from the one, two or three rows that its maker puts on top.
///
/// - Google Forms has one row of questions, and when each form was sent in.
/// - Typeform has one, and `Start Date (UTC)`, which is when the form was opened and no date of a contract.
/// - SurveyMonkey has two: the question over the first of its columns, and below each choice, or `Response`.
/// - Qualtrics has three: short names, the questions, and `{"ImportId": …}`.
struct CSVHeader {
  /// The keys of each column, outermost first; nothing for what the form's maker adds to the answers.
  let keys: [[String]?]
  /// How many rows the header has.
  let rowCount: Int

  /// The most rows that a header can have.
  static let rowLimit = 3

  /// Reads the header of a file that begins with `rows`, at least one and at most ``rowLimit``.
  init(_ rows: [[String]]) {
    let first = rows.first ?? []
    if rows.count > 2, Self.isQualtrics(rows[2]) {
      keys = Self.qualtrics(rows[0], rows[1], rows[2])
      rowCount = 3
    } else if rows.count > 1, Self.isSurveyMonkey(first, rows[1]) {
      keys = Self.surveyMonkey(first, rows[1])
      rowCount = 2
    } else {
      let additions = Self.additions(first)
      keys = first.map { additions.contains(Self.folded($0)) ? nil : [$0] }
      rowCount = 1
    }
  }

  // MARK: One row

  /// The columns that the maker of the form adds, where the first row tells who that is.
  private static func additions(_ row: [String]) -> Set<String> {
    let names = Set(row.map(folded))
    let typeform: Set<String> = [
      "#", "start date (utc)", "submit date (utc)", "stage date (utc)", "network id",
      "response type", "tags", "ending", "submitted at", "token",
    ]
    if row.first == "#", names.intersection(typeform).count > 1 { return typeform }
    let times: Set<String> = ["timestamp", "zeitstempel", "horodateur", "marca temporal"]
    guard let name = row.first, times.contains(folded(name)) else { return [] }
    return times.union(["email address", "username", "score"])
  }

  // MARK: Two rows

  private static let surveyMonkeyColumns: Set<String> = [
    "respondent id", "respondent_id", "collector id", "collector_id", "date created",
    "date_created", "date modified", "date_modified", "start date", "end date", "ip address",
    "ip_address", "email address", "email_address", "first name", "first_name", "last name",
    "last_name", "custom data 1", "custom_1", "custom 1",
  ]

  /// What a block of contact details asks of whoever answers; the company is whom the answers are about.
  private static let contacts: Set<String> = [
    "name", "email address", "phone number", "address", "address 2", "city/town",
    "state/province", "zip/postal code",
  ]

  private static func isSurveyMonkey(_ first: [String], _ second: [String]) -> Bool {
    guard let name = first.first, ["respondent id", "respondent_id"].contains(folded(name)) else {
      return false
    }
    return second.first?.isEmpty == true && second.contains { !$0.isEmpty }
  }

  private static func surveyMonkey(_ first: [String], _ second: [String]) -> [[String]?] {
    var question = ""
    return (0..<max(first.count, second.count)).map { column in
      let head = column < first.count ? first[column] : ""
      let choice = column < second.count ? second[column] : ""
      if !head.isEmpty { question = head }
      if choice.isEmpty, surveyMonkeyColumns.contains(folded(head)) { return nil }
      if contacts.contains(folded(choice)) { return nil }
      let isWhole = [
        "", "response", "open-ended response", "other (please specify)",
      ].contains(folded(choice))
      return isWhole || question.isEmpty ? [isWhole ? question : choice] : [question, choice]
    }
  }

  // MARK: Three rows

  private static let qualtricsColumns: Set<String> = [
    "startdate", "enddate", "status", "ipaddress", "progress", "duration", "finished",
    "recordeddate", "_recordid", "recipientlastname", "recipientfirstname", "recipientemail",
    "externaldatareference", "locationlatitude", "locationlongitude", "distributionchannel",
    "userlanguage",
  ]

  private static func isQualtrics(_ row: [String]) -> Bool {
    row.contains { importID($0) != nil } && row.allSatisfy { $0.isEmpty || importID($0) != nil }
  }

  private static func qualtrics(
    _ names: [String], _ questions: [String], _ identifiers: [String]
  ) -> [[String]?] {
    names.indices.map { column in
      let identifier = column < identifiers.count ? importID(identifiers[column]) : nil
      if let identifier, qualtricsColumns.contains(folded(identifier)) { return nil }
      let question = column < questions.count ? questions[column] : ""
      return [question.isEmpty ? names[column] : question]
    }
  }

  /// The name in `{"ImportId":"QID1_TEXT"}`.
  private static func importID(_ cell: String) -> String? {
    let parts = cell.utf8.split(separator: 0x22, omittingEmptySubsequences: false)
    guard parts.count > 4, parts[0].elementsEqual("{".utf8),
      parts[1].elementsEqual("ImportId".utf8)
    else { return nil }
    return String(parts[3])
  }

  private static func folded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self).lowercased()
  }
}
