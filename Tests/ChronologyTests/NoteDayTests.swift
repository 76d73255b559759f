import Chronology
import PostmortemModel
import Testing

/// The day on which a note was written, or on which the talk was that it reports.
@Suite struct NoteDayTests {
  private func noteDay(_ passages: [DatedPassage]) -> String? {
    Chronology(of: passages).noteDay?.description
  }

  @Test func isTheDateOfTheCall() {
    #expect(
      noteDay([
        DatedPassage("Signed in March 2023, last day 30 November 2025."),
        DatedPassage("Call of 12 December 2024, typed from the recording."),
      ]) == "2024-12-12")
    #expect(
      noteDay([
        DatedPassage("Southern Wake: exit call, August 21, 2025", context: .heading),
        DatedPassage("The reef boats closed on May 31, 2024."),
      ]) == "2025-08-21")
  }

  @Test func isNoDateOfAnotherSentence() {
    #expect(
      noteDay([
        DatedPassage(
          "Notice was 9 January 2026, the last day 31 March 2026. I rang Siobhan on Tuesday 14 April, a good forty minutes."
        )
      ]) == "2026-04-14")
    #expect(
      noteDay([
        DatedPassage("Start 1 June 2023. Spoke to Ong, 12 min, his car."),
        DatedPassage("21 August 2023: asked for dual currency"),
        DatedPassage("14 March 2024: asked again"), DatedPassage("12 August 2024: not planned"),
        DatedPassage("18 November 2024: notice"),
      ]) != "2023-06-01")
  }

  @Test func isNotWhatIsStillToCome() {
    #expect(
      noteDay([
        DatedPassage("closed lost 12/31/2025"), DatedPassage("letter in on 11/20/2025"),
        DatedPassage("spoke w/ Ruthanne (CFO), Tues 12/9/2025, 35 min"),
        DatedPassage("in the draft, the grant year starts Feb 1 2027"),
      ]) == "2025-12-09")
  }

  @Test func isNotLongBehindTheEnd() {
    let passages = [
      DatedPassage("2026-05-31", context: .metadata, field: .end),
      DatedPassage("Saturday 22 November her father worked that till all morning."),
      DatedPassage("She wrote down the date theirs is up, December 2027."),
    ]
    #expect(
      Chronology(of: passages).mentions(in: 1).map(\.date.description) == ["2025-11-22"])
  }

  @Test func isTheFieldThatGivesIt() {
    #expect(
      noteDay([
        DatedPassage("2022-06-01", context: .metadata, field: .start),
        DatedPassage("2025-06-18", context: .metadata, label: "interview", field: .noteDay),
        DatedPassage("2025-08-31", context: .metadata, field: .end),
      ]) == "2025-06-18")
  }

  @Test func liesBeforeTheEndWhereNothingGivesIt() {
    let day = Chronology(of: [
      DatedPassage("2021-06-01", context: .metadata, field: .start),
      DatedPassage("2025-05-31", context: .metadata, field: .end),
    ]).noteDay
    #expect(day.map { $0 < PartialDate(year: 2025) } == false)
    #expect(noteDay([DatedPassage("They left.")]) == nil)
  }

  @Test func liesNearTheDayOnWhichTheyAreDone() {
    let day = Chronology(of: [
      DatedPassage("Matching and vetting, at $8,950 a year since 12 June 2023."),
      DatedPassage("They finish on 30 November 2025; he told me in person on 29 August."),
    ]).noteDay
    #expect(day?.year == 2025)
  }

  @Test func followsFromAWeekdayWhereOnlyTheStartHasAYear() {
    let dates = Chronology(of: [
      DatedPassage("Customer since 1 May 2020, written on the train, Thu 12 June."),
      DatedPassage("Notice came 8 April, last day is 31 July."),
    ]).mentions.map(\.date.description)
    #expect(dates == ["2020-05-01", "2025-06-12", "2025-04-08", "2025-07-31"])
  }
}
