import Drafting
import Evidence
import PostmortemModel
import Settings
import Testing

/// A company's own words, in another language than the program's.
@Suite struct CompanyTests {
  private func draft(_ note: String, _ settings: String) throws -> Postmortem {
    let (settings, findings) = CompanySettings.read(
      SourceText(name: "postmortem.yml", text: settings))
    #expect(findings == [])
    return try Drafter(settings).draft(SourceText(name: "note.md", text: note), answers: nil)
      .postmortem
  }

  private let german = """
    categories:
      data-quality:
        label: Datenqualität
        controllable: yes
        why: Unseren Daten war nicht zu trauen.
        phrases: [doppelte Datensätze, falsche Stammdaten]
    departments:
      data-team: {label: Datenteam, names: [Datenteam]}
    routing:
      data-quality: [data-team, product]
      support: [leadership]
    headings:
      root-cause: [Kündigungsgrund]
      ruled-out: [Was es nicht war]
      turning-point: [Wendepunkt]
      signals: [Warnzeichen]
      lessons: [Was wir lernen]
      actions: [Nächste Schritte]
    vocabulary:
      cause/pricing: [Preis]
      cause/support: [Rückruf]
      signal/usage-decline: [kaum noch .. angemeldet]
      role/lesson: [beim nächsten Mal]
      stance/denied: [war nie der Grund]
      field/churn_date: [Vertragsende]
    """

  private let note = """
    # Brandt Logistik GmbH

    Vertragsende: 30.06.2025

    ## Kündigungsgrund

    Die Auswertungen enthielten doppelte Datensätze.

    ## Was es nicht war

    Der Preis. Den hätten sie weiter bezahlt.

    ## Wendepunkt

    Am 12.02.2025 ging eine Lieferung wegen falscher Stammdaten nach Kassel.

    ## Warnzeichen

    - Ab März 2025 hat sich kaum noch jemand angemeldet.

    ## Was wir lernen

    - Ein Lager wird erst nach einem Abgleich freigeschaltet.

    ## Nächste Schritte

    - [ ] Jana (Datenteam): Prüfregel bis 01.09.2025
    """

  @Test func aCauseOfItsOwnWinsTheVerdict() throws {
    let root = try draft(note, german).rootCause
    #expect(root.primary.category.rawValue == "data-quality")
    #expect(root.primary.controllable == .yes)
    #expect(root.primary.evidence.first?.line == 7)
    #expect(root.ruledOut.map(\.category) == [.pricing])
  }

  @Test func headingsOfItsOwnSayWhatSectionsHold() throws {
    let model = try draft(note, german)
    #expect(model.turningPoint?.evidence.first?.line == 15)
    #expect(model.lessons.map { $0.evidence.first?.line } == [23])
    #expect(model.actions.map(\.owner) == ["Jana"])
    #expect(model.account.churnDate?.description == "2025-06-30")
    #expect(model.signals.map(\.kind) == [.usageDecline])
    #expect(model.account.csm == nil, "a heading is nobody's name")
  }

  @Test func routingSaysWhoIsTold() throws {
    let model = try draft(note, german)
    let told = model.departments.map(\.department.rawValue)
    #expect(told.contains("data-team") && told.contains("product"))
    #expect(
      model.departments.first { $0.department.rawValue == "data-team" }?.why
        == "Unseren Daten war nicht zu trauen.")
    let other = try draft("Sie gingen, weil der Rückruf ausblieb.", german)
    #expect(other.rootCause.primary.category == .support)
    #expect(other.departments.contains { $0.department == .leadership })
    #expect(!other.departments.contains { $0.department == .support })
  }

  @Test func phrasesSayWhatRoleASentencePlays() throws {
    let model = try draft(
      "Sie gingen, weil der Rückruf ausblieb. Der Preis war nie der Grund. Beim nächsten Mal rufen wir an.",
      german)
    #expect(model.rootCause.primary.category == .support)
    #expect(!model.rootCause.contributing.contains { $0.category == .pricing })
    #expect(model.lessons.count == 1)
  }

  @Test func withoutSettingsNothingChanges() throws {
    #expect(
      try draft(note, "")
        == Drafter().draft(
          SourceText(name: "note.md", text: note), answers: nil
        ).postmortem)
    #expect(try draft(note, "").rootCause.primary.category.rawValue != "data-quality")
  }
}
