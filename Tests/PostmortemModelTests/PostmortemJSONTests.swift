import Evidence
import PostmortemModel
import TestSupport
import Testing

@Suite struct PostmortemJSONTests {
  @Test func whatIsNotKnownIsNullAndNothingIsLeftOut() {
    let text = String(decoding: PostmortemJSON.encode(Postmortem(id: "acme")), as: UTF8.self)
    #expect(
      text.hasPrefix(
        """
        {
          "schema_version": 1,
          "id": "acme",
          "account": {
            "name": null,
            "segment": null,
        """))
    #expect(text.contains("\n  \"turning_point\": null,\n  \"timeline\": [],\n"))
    #expect(text.hasSuffix("\n  \"sources\": []\n}\n"))
  }

  @Test func aFullModelLooksAsItAlwaysDid() {
    expectGolden(PostmortemJSON.encode(.full), "Tests/PostmortemModelTests/Goldens/full.json")
  }

  @Test func textIsEscapedNoMoreThanNeeded() throws {
    let quote = "é 😀 / \" \\ \n \u{1} </script> \u{2028} \u{2029} \u{7F} â€¨"
    let text = String(
      decoding: PostmortemJSON.encode(Postmortem(id: quote)), as: UTF8.self)
    #expect(
      text.contains(
        #""é 😀 / \" \\ \n \u0001 <\/script> \u2028 \u2029 "# + "\u{7F} â€¨\""))
    #expect(try PostmortemJSON.decode(SourceText(name: "m", text: text)).id == quote)
  }

  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (84_000, "84000"), (0.82, "0.82"), (-3, "-3"), (1e21, "1e+21"),
    (1e-7, "1e-07"), (.infinity, "null"), (.nan, "null"),
  ])
  func numbersAreShort(_ number: Double, _ expected: String) {
    var postmortem = Postmortem(id: "acme")
    postmortem.account.contractValue = Money(amount: number, currency: nil)
    let text = String(decoding: PostmortemJSON.encode(postmortem), as: UTF8.self)
    #expect(text.contains("\"amount\": \(expected),\n"))
  }

  @Test func evidenceOfTheAccountComesInTheOrderOfItsFields() throws {
    var postmortem = Postmortem(id: "acme")
    for key in ["zeal", "churn_date", "csm", "name", "journey_stage", "ardour"] {
      postmortem.account.evidence[key] = []
    }
    let text = String(decoding: PostmortemJSON.encode(postmortem), as: UTF8.self)
    let keys = ["name", "csm", "churn_date", "journey_stage", "ardour", "zeal"]
    #expect(text.contains(keys.map { "\n      \"\($0)\": []" }.joined(separator: ",")))
  }

  @Test(arguments: 0..<200)
  func whatIsWrittenIsReadBackAndWrittenTheSame(_ seed: Int) throws {
    var generator = ChanceGenerator(source: SeededGenerator(seed: UInt64(seed)))
    let postmortem = Postmortem.made(&generator)
    let bytes = PostmortemJSON.encode(postmortem)
    let read = try PostmortemJSON.decode(SourceText(name: "m.json", bytes: bytes))
    #expect(read == postmortem)
    #expect(PostmortemJSON.encode(read) == bytes)
  }

  @Test func unknownKeysArePassedOver() throws {
    let text = changed("\"id\": \"acme\"", "\"id\": \"acme\", \"new\": [{\"x\": null}]")
    #expect(try PostmortemJSON.decode(SourceText(name: "m", text: text)) == Postmortem(id: "acme"))
  }

  @Test func keysMayBeWrittenWithEscapes() throws {
    let text = changed("\"id\"", "\"\\u0069d\"")
    #expect(try PostmortemJSON.decode(SourceText(name: "m", text: text)).id == "acme")
  }

  @Test(arguments: [
    (
      "\"outcome\": \"lost\"", "\"outcome\": \"lostt\"",
      "`outcome` is \"lostt\"; expected one of lost,"
    ),
    (
      "\"timeline\": []", "\"timeline\": [{\"date\": \"soon\"}]",
      "`timeline[0].date` is \"soon\"; “soon”"
    ),
    ("\"timeline\": []", "\"timeline\": null", "`timeline` is null; expected a list"),
    ("\"timeline\": []", "\"timeline\": {}", "`timeline` is an object; expected a list"),
    ("\"incidents\": 0", "\"incidents\": 1.5", "`risk.incidents` is 1.5; expected a whole number"),
    (
      "\"incidents\": 0", "\"incidents\": \"0\"",
      "`risk.incidents` is \"0\"; expected a whole number"
    ),
    ("\"confidence\": 0", "\"confidence\": 1e999", "`root_cause.primary.confidence` is 1e999"),
    ("\"id\": \"acme\"", "\"id\": true", "`id` is true; expected text"),
    ("\"id\": \"acme\",", "", "The key `id` is missing"),
    ("\"schema_version\": 1", "\"schema_version\": 2", "The model's version is 2"),
    ("\"schema_version\": 1,", "", "The key `schema_version` is missing"),
    ("\"sources\": []", "\"sources\": [],", "Expected a key in double quotes, found `}`"),
    ("\"sources\": []", "\"sources\": [", "Expected a value or `]`, found `}`"),
    ("\"acme\"", "acme", "Expected a value, found `acme`"),
  ])
  func mistakesNameTheKeyThePlaceAndWhatWasExpected(
    _ right: String, _ wrong: String, _ message: String
  ) throws {
    let source = SourceText(name: "m.json", text: changed(right, wrong))
    let error = try #require(throws: ModelError.self) { try PostmortemJSON.decode(source) }
    #expect(error.message.hasPrefix(message), "\(error)")
    #expect(error.position != nil)
    #expect(error.description.hasPrefix("m.json:"))
  }

  @Test func aMistakeIsToldWithItsLineAndColumn() throws {
    let source = SourceText(name: "m.json", text: changed("\"id\": \"acme\"", "\"id\": 5"))
    let error = try #require(throws: ModelError.self) { try PostmortemJSON.decode(source) }
    #expect(error.position == SourcePosition(line: 3, column: 9))
    #expect(error.finding.severity == .error)
  }

  @Test(arguments: ["", "[]", "\"x\"", "5", "{", "[[", "{\"schema_version\":", "nul", "\"\\u12"])
  func whatIsNoModelIsRefused(_ text: String) {
    #expect(throws: ModelError.self) {
      try PostmortemJSON.decode(SourceText(name: "m", text: text))
    }
  }

  @Test(.timeLimit(.minutes(10))) func deepNestingIsRefused() {
    for opener in ["[", "{\"a\":"] {
      let text = String(repeating: opener, count: 1 << 18)
      #expect(throws: ModelError.self) {
        try PostmortemJSON.decode(SourceText(name: "m", text: text))
      }
    }
  }

  /// The JSON of an otherwise empty model with a piece exchanged.
  private func changed(_ right: String, _ wrong: String) -> String {
    String(decoding: PostmortemJSON.encode(Postmortem(id: "acme")), as: UTF8.self)
      .replacing(right, with: wrong, maxReplacements: 1)
  }
}
