import Evidence
import Foundation
import TestSupport
import Testing
import Workspace

/// Notes, a form's export and a customer database's, put together by the accounts that they are about.
@Suite struct JoinedInputsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(
    answers: String? = nil, accounts: String? = nil, column: String? = nil, site: String = "site",
    jobs: Int = 2
  ) async throws -> FolderSummary {
    let exports = try AnswersFile.exports(
      answers: answers.map { FilePath(folder.path($0)) },
      accounts: accounts.map { FilePath(folder.path($0)) }, accountColumn: column)
    return try await FolderRun(
      notes: FilePath(folder.path("notes")), site: FilePath(folder.path(site)), exports: exports,
      jobs: jobs, templates: try LoadedTemplates(overriddenBy: nil)
    ).run()
  }

  private func model(_ name: String) throws -> [String: Any] {
    let data = Data(try folder.read("site/reports/\(name).json").utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func account(_ name: String) throws -> [String: Any] {
    try #require(try model(name)["account"] as? [String: Any])
  }

  private func sources(_ name: String) throws -> [String] {
    let sources = try #require(try model(name)["sources"] as? [[String: Any]])
    return sources.compactMap { $0["file"] as? String }
  }

  @Test(arguments: [
    ("---\naccount: Kestrel Freight\n---\nThey left.", "a.md"),
    ("# Exit interview – KESTREL FREIGHT\n\nThey left.", "a.md"),
    ("They left.", "kestrel-freight.md"), ("They left.", "q1/Kestrel Freight Ltd.md"),
  ]) func findsARowByWhatTheNoteCallsItsAccount(text: String, file: String) async throws {
    try folder.write(text, to: "notes/\(file)")
    try folder.write("account,csm\nBrix,Sam\n\"Kestrel Freight, Ltd.\",Jo\n", to: "form.csv")
    _ = try await run(answers: "form.csv")
    let name = try #require(
      folder.files().first { $0.hasSuffix(".json") && !$0.contains("answers--") })
    #expect(try folder.read(name).contains("\"csm\": \"Jo\""))
  }

  @Test func believesTheAnswersBesideTheNoteFirstAndTheNoteLast() async throws {
    try folder.write(
      "---\naccount: Acme\ncsm: Note\nindustry: Note\nsegment: Note\nregion: Note\n---\n",
      to: "notes/acme.md")
    try folder.write("csm: Beside\n", to: "notes/acme.answers.yaml")
    try folder.write("account,csm,industry\nAcme,Form,Form\n", to: "form.csv")
    try folder.write("account,csm,industry,segment\nAcme,Base,Base,Base\n", to: "crm.csv")
    _ = try await run(answers: "form.csv", accounts: "crm.csv")
    let account = try account("acme")
    #expect(account["csm"] as? String == "Beside")
    #expect(account["industry"] as? String == "Form")
    #expect(account["segment"] as? String == "Base")
    #expect(account["region"] as? String == "Note")
    #expect(try sources("acme") == ["acme.md", "acme.answers.yaml", "form.csv", "crm.csv"])
  }

  @Test func listsWhatFindsNoOther() async throws {
    try folder.write("---\naccount: Acme\n---\n", to: "notes/acme.md")
    try folder.write("---\naccount: Nobody\n---\n", to: "notes/nobody.md")
    try folder.write("account,csm\nAcme,Jo\nOrchard,Al\n,Ann\n", to: "form.csv")
    try folder.write("account,arr\nAcme,5000\nLiving,9000\n", to: "crm.csv")
    let findings = try await run(answers: "form.csv", accounts: "crm.csv").findings
    let told = findings.map { finding in
      let place = finding.position.map { ":\($0.line):\($0.column)" } ?? ""
      return "\((finding.source as NSString).lastPathComponent)\(place) \(finding.id)"
    }
    #expect(
      told.sorted() == [
        "crm.csv:3:1 row-without-note", "form.csv:3:1 row-without-note",
        "form.csv:4:1 row-without-account", "nobody.md no-row", "nobody.md no-row",
      ])
  }

  @Test func draftsAnAccountOfWhichThereAreOnlyAnswers() async throws {
    try folder.write("---\naccount: Acme\n---\n", to: "notes/acme.md")
    try folder.write(
      "Timestamp,Company,Why did you leave?\n1,Acme,price\n2,Orchard & Co.,\"Support was slow,\nvery\"\n",
      to: "form.csv")
    try folder.write("account,arr\nORCHARD,5000 EUR\n", to: "crm.csv")
    let summary = try await run(answers: "form.csv", accounts: "crm.csv")
    #expect(summary.drafted == 2)
    #expect(try account("answers--orchard-co")["name"] as? String == "Orchard & Co.")
    #expect(try sources("answers--orchard-co") == ["form.csv", "crm.csv"])
    let page = try folder.read("site/reports/answers--orchard-co.html")
    #expect(page.contains("Support was slow") && !page.contains("Acme"))
    #expect(try folder.read("site/index.html").contains("Orchard &amp; Co."))
  }

  @Test func draftsAnswersThatLieThereWithoutANote() async throws {
    try folder.write("---\naccount: Acme\n---\n", to: "notes/acme.md")
    try folder.write("account: Brix\nchurn_date: 2026-03-31\n", to: "notes/q1/brix.answers.yaml")
    try folder.write("account,csm\nBrix AG,Sam\n", to: "form.csv")
    let first = try await run(answers: "form.csv")
    #expect(first.drafted == 2)
    #expect(first.findings.map(\.id).sorted() == ["answers-without-note", "no-row"])
    let account = try account("q1-brix")
    #expect(account["churn_date"] as? String == "2026-03-31" && account["csm"] as? String == "Sam")
    #expect(try await run(answers: "form.csv").unchanged == 2)
    try folder.write("They left.", to: "notes/q1/brix.md")
    #expect(try await run(answers: "form.csv").drafted == 1)
    #expect(try sources("q1-brix") == ["brix.md", "brix.answers.yaml", "form.csv"])
  }

  @Test func tellsWhatMatchesTwice() async throws {
    for name in ["a", "b"] { try folder.write("---\naccount: Acme\n---\n", to: "notes/\(name).md") }
    try folder.write("---\naccount: Brix\n---\n", to: "notes/c.md")
    try folder.write(
      "csm,account\nJo,Acme Ltd\nMax,Acme Ltd.\nAl,Brix AG\nAnn,Brix Inc\n", to: "form.csv")
    let findings = try await run(answers: "form.csv").findings
    let places = findings.filter { $0.severity == .warning }.map {
      "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.id)"
    }
    #expect(
      places.sorted() == ["2:4 row-for-two-notes", "3:5 second-row", "4:4 several-rows"])
  }

  @Test func takesTheColumnThatIsNamed() async throws {
    try folder.write("---\naccount: Acme\n---\n", to: "notes/acme.md")
    try folder.write("Who,CSM\nAcme,Jo\nBrix,Sam\n", to: "form.csv")
    let unnamed = try await run(answers: "form.csv")
    #expect(unnamed.findings.map(\.id) == ["no-account-column"])
    #expect(unnamed.findings.first?.message.contains("“Who”, “CSM”") == true)
    _ = try await run(answers: "form.csv", column: "who")
    #expect(try account("acme")["csm"] as? String == "Jo")
    await #expect(throws: WorkspaceError.self) {
      try await run(answers: "form.csv", column: "whom")
    }
  }

  @Test(arguments: [
    "Which company do you work for?", "Account Name *", "Company (as in our CRM)",
    "What is the name of your account?", "Customer",
  ]) func findsTheColumnByItsHeader(header: String) async throws {
    try folder.write("---\naccount: Acme\n---\n", to: "notes/acme.md")
    try folder.write(
      "Your name,Account owner,Which company did you switch to?,\(header),CSM\nDana,Bob,Brix,Acme,Jo\nMax,Bob,Brix,Cora,Jo\n",
      to: "form.csv")
    _ = try await run(answers: "form.csv")
    #expect(try sources("acme") == ["acme.md", "form.csv"])
  }

  @Test func takesOfACustomerDatabaseOnlyWhatItKnows() async throws {
    try folder.write("---\naccount: Acme\n---\n", to: "notes/acme.md")
    try folder.write(
      "Account ID,Account Name,Annual Revenue,MRR (EUR),Owner,CSM__c,Churn Date,Description\n1,Acme,9000000,500,Bob,Jo,2026-03-31,They hated the price\n",
      to: "crm.csv")
    let summary = try await run(accounts: "crm.csv")
    let account = try account("acme")
    #expect((account["contract_value"] as? [String: Any])?["amount"] as? Double == 6000)
    #expect(account["csm"] as? String == "Jo" && account["churn_date"] as? String == "2026-03-31")
    #expect(try !folder.read("site/reports/acme.json").contains("hated"))
    #expect(summary.findings.isEmpty)
  }

  @Test func readsOnlyTheAccountsWhoseRowsChanged() async throws {
    for name in ["acme", "brix"] {
      try folder.write("---\naccount: \(name)\n---\n", to: "notes/\(name).md")
    }
    try folder.write("account,csm\nAcme,Jo\nBrix,Sam\nCora,Al\n", to: "form.csv")
    #expect(try await run(answers: "form.csv").drafted == 3)
    #expect(try await run(answers: "form.csv").unchanged == 3)
    try folder.write("account,csm\nAcme,Jo\nBrix,Max\nCora,Al\n", to: "form.csv")
    let second = try await run(answers: "form.csv")
    #expect(second.drafted == 1 && second.unchanged == 2)
    #expect(try account("brix")["csm"] as? String == "Max")
    try folder.write("account,csm\nAcme,Jo\nBrix,Max\n", to: "form.csv")
    #expect(try await run(answers: "form.csv").removed == 1)
    _ = try await run(answers: "form.csv", site: "fresh", jobs: 1)
    for file in folder.files() where file.hasPrefix("fresh/reports/") {
      #expect(try folder.read(file) == folder.read("site" + file.dropFirst(5)), "\(file)")
    }
  }
}
