import Chronology
import PostmortemModel
import Testing

/// Dates that count from another time.
///
/// The notes of these tests were written on Thursday, 12 June 2025.
@Suite struct RelativeDateTests {
  /// From the day of writing.
  @Test(arguments: [
    ("He rang yesterday.", "2025-06-11"),
    ("She wrote this morning.", "2025-06-12"),
    ("The page went down last night.", "2025-06-11"),
    ("I will send it tomorrow.", "2025-06-13"),
    ("They filed for bankruptcy ten days ago.", "2025-06-02"),
    ("The sponsor left three weeks ago.", "2025-05-22"),
    ("A couple of clinics closed two months ago.", "2025-04"),
    ("We lost the champion a year ago.", "2024"),
    ("They went quiet last month.", "2025-05"),
    ("I checked last week and nobody had logged in.", "2025-06"),
    ("Usage fell off last quarter.", "2025-Q1"),
    ("I'll bring it up next month.", "2025-07"),
    ("Vor zwei Wochen kam die Kündigung, two weeks ago.", "2025-05-29"),
  ])
  func countsFromTheDayOfWriting(text: String, date: String) {
    #expect(dates(text) == [date])
  }

  /// A weekday is the last one, or the next one where the words look ahead.
  @Test(arguments: [
    ("I rang her on Monday.", "2025-06-09"),
    ("The letter came on Friday.", "2025-06-06"),
    ("She was their director until this Wednesday.", "2025-06-11"),
    ("I'll have it with him by Friday.", "2025-06-13"),
    ("I will ring her on Tuesday.", "2025-06-17"),
    ("Ana sends the export this Friday.", "2025-06-13"),
    ("You get the export next Monday.", "2025-06-16"),
    ("You get the export by next Friday, the 20th.", "2025-06-20"),
    ("Sorcha has it ready Friday week.", "2025-06-20"),
    ("It broke last Saturday night.", "2025-06-07"),
  ])
  func findsTheWeekday(text: String, date: String) {
    #expect(dates(text) == [date])
  }

  @Test(arguments: [
    "After that I no longer defended you in the Monday meeting.",
    "We call every Friday.", "The sun was out.", "She sat down and wed her notes together.",
  ])
  func takesNoHabitForADay(text: String) {
    #expect(dates(text) == [])
  }

  /// From what the note told before.
  @Test(arguments: [
    ("A week later they froze the project.", "2025-03-10"),
    ("Two days later the CFO stepped in.", "2025-03-05"),
    ("Ten days after that we had a fix.", "2025-03-13"),
    ("The next morning nobody could log in.", "2025-03-04"),
    ("The following Monday their boss called.", "2025-03-10"),
    ("By the Wed it had charged 612 people twice.", "2025-03-05"),
    ("They met us the Tuesday after.", "2025-03-04"),
    ("She froze the rollout that same afternoon.", "2025-03-03"),
    ("A month later the seats were gone.", "2025-04"),
    ("Their old system was switched off in the same week.", "2025-03"),
    ("He had the rival in the building on the 12th.", "2025-03-12"),
    ("On the thirteenth I had to report it.", "2025-03-13"),
    ("A year later they had forgotten it.", "2026"),
  ])
  func countsFromTheDateToldBefore(text: String, date: String) {
    #expect(dates(text, after: ["The update went out on 3 March 2025."]) == [date])
  }

  /// From a happening that the note dates elsewhere.
  @Test(arguments: [
    ("We went live on 12 June 2023.", "Two weeks after go-live he sent screenshots.", "2023-06-26"),
    ("Go-live was 8 Jan 2024, smooth.", "- two wks after go-live: first outage", "2024-01-22"),
    ("They launched in early June 2023.", "Two weeks after launch he brought a cake.", "2023-06"),
    ("It was live in June 2023.", "Six weeks after go-live he asked for it.", "2023-Q3"),
    ("Kick-off was on 9 April 2024.", "Six weeks after the kick-off nothing ran.", "2024-05-21"),
    ("They signed on 1 February 2024.", "A month after signing he left.", "2024-03"),
    (
      "They filed for bankruptcy on 28 January 2025.",
      "His letter came the Monday after the filing.",
      "2025-02-03"
    ),
    (
      "The nursing conference was on 12 May 2025.",
      "Three weeks after the conference they tried it.",
      "2025-06-02"
    ),
  ])
  func countsFromAHappening(story: String, text: String, date: String) {
    #expect(dates(text, after: [story]) == [date])
  }

  /// A field's key and a table's other cells say what a date is the date of.
  @Test func countsFromAFieldsDate() {
    let passages = [
      DatedPassage("3 June 2024", context: .metadata, label: "Go-live"),
      DatedPassage("12 May 2025", label: "stall at the nursing conference"),
      DatedPassage("two weeks after go-live"), DatedPassage("the week after the conference"),
    ]
    let chronology = Chronology(of: passages)
    #expect(chronology.mentions(in: 2).map(\.date.description) == ["2024-06-17"])
    #expect(chronology.mentions(in: 3).map(\.date.description) == ["2025-05"])
  }

  @Test func findsNothingWhereNothingIsToldToCountFrom() {
    #expect(dates("Two weeks after the merger they left.") == [])
    #expect(Chronology(of: [DatedPassage("He rang yesterday.")]).mentions == [])
  }

  /// Seasons are known by their year; "last" is the last that is well over.
  @Test(arguments: [
    ("Last spring the board froze all spending.", "2024"),
    ("Last autumn a room was given to two groups.", "2024"),
    ("By spring the app had twenty users left.", "2025"),
    ("Somebody built it over the summer.", "2024"),
    ("The board shut it down in spring 2023.", "2023"),
    ("It was wound up in the spring of last year.", "2024"),
    ("The back end of 2024 was bad.", "2024"),
    ("API reads went up in mid-2023.", "2023"),
    ("They tried it in the first half of 2024.", "2024"),
  ])
  func readsSeasonsAndHalves(text: String, date: String) {
    #expect(dates(text) == [date])
  }

  /// Ends of units.
  @Test(arguments: [
    ("They stop paying us at the end of this month.", "2025-06-30"),
    ("I'll send it by the end of the week.", "2025-06-13"),
    ("I'll send it by the end of next week.", "2025-06-20"),
    ("Notice was given for the end of the year.", "2025-12-31"),
    ("Counts to Renata by EOW.", "2025-06-13"),
    ("Refund by EOM.", "2025-06-30"),
    ("The contract runs out on the last day of August.", "2025-08-31"),
  ])
  func readsEnds(text: String, date: String) {
    #expect(dates(text) == [date])
  }

  /// Words beside a full date that say the same are no second date.
  @Test(arguments: [
    ("I'm doing that tomorrow (13 June 2025).", "2025-06-13"),
    ("The letter arrived on 17 December 2024, a week before Christmas.", "2024-12-17"),
    ("The Monday after Black Friday, 2 Dec 2024, he told the team.", "2024-12-02"),
  ])
  func takesAnExplanationForNoDate(text: String, date: String) {
    #expect(dates(text) == [date])
  }
}
