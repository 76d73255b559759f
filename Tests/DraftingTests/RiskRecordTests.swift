import Drafting
import Evidence
import PostmortemModel
import Settings
import Testing

/// What the record of the risk is made of.
@Suite struct RiskRecordTests {
  private let fields = """
    account: Marlow Bakeries
    notice date: 2025-04-10
    churn date: 2025-06-30

    """

  private func risk(_ text: String) -> RiskRecord { draft(fields + text).risk }

  @Test(arguments: [("2024-11-04", 238), ("2024-11", nil)] as [(String, Int?)])
  func beginsWithTheFirstWarningAndEndsWithTheContract(first: String, days: Int?) {
    let risk = draft(
      """
      ---
      account: Marlow Bakeries
      start_date: 2022-03-01
      notice_date: 2025-02-10
      churn_date: 2025-06-30
      ---

      - 2022-03-01: the contract began
      - \(first): logins dropped by half and nobody called them
      - 2025-01-20: logins dropped to three a week and nobody called
      - 2025-02-10: they gave notice
      """
    ).risk
    #expect(risk.identifiedOn == PartialDate(first))
    #expect(risk.closedOn == PartialDate("2025-06-30"))
    // Days are counted between days only.
    #expect(risk.daysAtRisk == days)
    #expect(risk.stage == .closedUnsuccessful)
  }

  @Test func endsWithTheNoticeWhereTheEndIsNotKnown() {
    let risk = draft("account: Marlow\nnotice date: 2025-04-10\n\nThey left.").risk
    #expect(risk.closedOn == PartialDate("2025-04-10"))
  }

  @Test func countsTheIncidentsOfTheTimeline() {
    let model = draft(
      fields + """

        - 2025-01-14: an outage took the warehouse down for six hours
        - 2025-02-11: the sync crashed and lost 214 orders
        - 2025-03-04: we met in Bergen
        """)
    let incidents = model.timeline.filter { $0.kind == .incident }
    #expect(model.risk.incidents == incidents.count && incidents.count >= 1)
  }

  @Test func fieldsNameTheOwners() {
    let risk = risk(
      """
      Leadership owner: M. Brandt
      Department owner: Customer Success
      Action owner: Priya Nair

      They left.
      """)
    #expect(risk.leadershipOwner == "M. Brandt")
    #expect(risk.departmentOwner == "customer-success")
    #expect(risk.actionOwner == "Priya Nair")
  }

  @Test(arguments: ["Department owner: field-ops", "Department owner: FIELD Operations"])
  func aCompanysOwnDepartmentIsKnownByItsNames(field: String) throws {
    let settings = CompanySettings.read(
      SourceText(
        name: "postmortem.yml",
        text: "departments: {field-ops: {label: Field work, names: [field operations]}}"))
    let note = SourceText(name: "note.md", text: fields + field + "\n\nThey left.")
    let model = try Drafter(settings.settings).draft(note, answers: nil).postmortem
    #expect(model.risk.departmentOwner == "field-ops")
  }

  @Test func aDepartmentThatNobodyKnowsIsKeptAsItIsWritten() {
    let risk = risk("Department owner: the Oslo desk\n\nThey left.")
    #expect(risk.departmentOwner == "the Oslo desk")
  }

  @Test func elseTheFirstActionNamesItsOwner() {
    let risk = risk(
      """

      ## Actions

      - Priya Nair: root-cause report on the export, by 1 August 2025
      - Tom Reyes: call the champion, by 2 August 2025
      """)
    #expect(risk.actionOwner == "Priya Nair")
  }
}
