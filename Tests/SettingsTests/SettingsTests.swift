import Evidence
import PostmortemModel
import Settings
import Testing

@Suite struct SettingsTests {
  private func read(_ text: String) -> (settings: CompanySettings, findings: [Finding]) {
    CompanySettings.read(SourceText(name: "postmortem.yml", text: text))
  }

  /// What is told, as `line:column id`.
  private func complaints(_ text: String) -> [String] {
    read(text).findings.map {
      "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.id)"
    }
  }

  @Test func renameAndAddCategoriesAndDepartments() {
    let (settings, findings) = read(
      """
      categories:
        pricing: Commercial terms
        data-quality:
          label: Data quality
          controllable: yes
          why: "Bad data: theirs or ours."
          phrases:
            - duplicate records
            - 'wrong master data : 3'
      departments:
        data-team: {label: Data team, names: [data platform, the data people]}
      routing:
        data-quality: [data-team, product]
        pricing: finance
      """)
    #expect(findings == [])
    #expect(settings.categories.map(\.label?.text) == ["Commercial terms", "Data quality"])
    #expect(settings.ownCategories.map(\.id.text) == ["data-quality"])
    #expect(settings.categories[1].controllable == .yes)
    #expect(
      settings.categories[1].phrases.map(\.text) == [
        "duplicate records", "wrong master data : 3",
      ])
    #expect(settings.categories[1].phrases[1].position == SourcePosition(line: 9, column: 9))
    #expect(settings.ownDepartments.map(\.rawValue) == ["data-team"])
    #expect(
      settings.routing.map { $0.words.map(\.text) } == [["data-team", "product"], ["finance"]])
  }

  @Test(arguments: ["", "# nothing but comments\n", "categories:\n  # pricing: Price\n"])
  func maySayNothing(text: String) {
    let (settings, findings) = read(text)
    #expect(findings == [] && settings == CompanySettings())
  }

  @Test(arguments: [
    ("catgories:\n  pricing: x", ["1:1 config-unknown-key"]),
    ("categories:\n  pricing:\n    lable: x", ["3:5 config-unknown-key"]),
    ("categories: [pricing]", ["1:13 config-type"]),
    ("categories:\n  pricing:\n    label: [a]", ["3:12 config-type"]),
    ("categories:\n  pricing:\n    phrases:\n      - a: b", ["4:9 config-type"]),
    ("categories:\n  pricing:\n    controllable: perhaps", ["3:19 config-value"]),
    ("categories:\n  Data Quality: {phrases: [x]}", ["2:3 config-name"]),
    ("categories:\n  pricng: Price", ["2:3 config-no-phrases"]),
    ("departments:\n  finanec: Money", ["2:3 config-no-names"]),
    ("routing:\n  pricng: [finance]", ["2:3 config-unknown-key"]),
    ("routing:\n  pricing: [finanec]", ["2:13 config-unknown-department"]),
    ("headings:\n  lessons: x\n  lessons: y", ["3:3 config-duplicate-key"]),
    (
      "headings:\n  lessons: &l [x]\n  actions: *l",
      ["2:12 config-yaml-tag", "3:12 config-yaml-alias"]
    ),
    ("headings: [", ["1:12 config-yaml"]),
    ("- a", ["1:1 config-type"]),
    ("a: {b: {c: {d: {e: {f: {g: {h: {i: 1}}}}}}}}", ["1:32 config-depth"]),
  ])
  func sayWhereTheyAreWrong(text: String, expected: [String]) {
    #expect(complaints(text).prefix(expected.count).elementsEqual(expected))
  }

  @Test func sayWhatToDo() {
    #expect(
      read("catgories:\n  pricing: x").findings.first?.message
        == "Unknown key `catgories`; did you mean `categories`?")
    #expect(
      read("categories:\n  pricng: Price").findings.first?.message
        == "No standard category is called `pricng`; did you mean `pricing`? One of your own needs `phrases` by which notes speak of it"
    )
    #expect(
      read("headings:\n\tlessons: x").findings.first?.message.contains("indent with spaces")
        == true)
  }
}
