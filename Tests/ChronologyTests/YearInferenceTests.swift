import Chronology
import PostmortemModel
import Testing

/// Which year a date has that does not give it.
///
/// The notes of these tests were written on 12 June 2025.
@Suite struct YearInferenceTests {
  /// Mostly the last one before the note was written.
  @Test(arguments: [
    ("They called in August.", "2024-08"),
    ("We told them on October 30 that we were done.", "2024-10-30"),
    ("Usage fell in March.", "2025-03"),
    ("By Christmas the receptionists had stopped logging anything.", "2024-12"),
    ("She went quiet around Thanksgiving.", "2024-11"),
    ("They moved the call in Q4.", "2024-Q4"),
    ("It was the sixth of November.", "2024-11-06"),
    ("The bill came the week after New Year's.", "2025-01"),
    ("The week before Christmas the investor withdrew.", "2024-12"),
  ])
  func looksBack(text: String, date: String) {
    #expect(dates(text) == [date])
  }

  /// The next one where the words look ahead.
  @Test(arguments: [
    ("Their new tool runs from 1 October.", "2025-10-01"),
    ("The contract ends on 31 August.", "2025-08-31"),
    ("The last billing day is September 30.", "2025-09-30"),
    ("I will send him the archive by 27 June.", "2025-06-27"),
    ("The history goes over by Nov 1.", "2025-11-01"),
  ])
  func looksAhead(text: String, date: String) {
    #expect(dates(text) == [date])
  }

  /// "by" looks ahead only where nothing past stands beside it.
  @Test func takesWhatWasDoneByADateForPast() {
    #expect(dates("By August weekly users had gone from 130 to 40.") == ["2024-08"])
    #expect(dates("The count was down to ninety by July.") == ["2024-07"])
  }

  /// Pointers beside a date name the year.
  @Test(arguments: [
    ("The kickoff was the 15th of April last year.", ["2024-04-15"]),
    ("He came last year in May.", ["2024-05"]),
    ("Two sold up last November.", ["2024-11"]),
    ("They came with a laptop in Q1 this year.", ["2025-Q1"]),
    ("We asked in Aug and Oct last yr.", ["2024-08", "2024-10"]),
    ("We signed in February 2023, went live on March 6 of that year.", ["2023-02", "2023-03-06"]),
    ("We signed in spring 2023 and were live that June.", ["2023", "2023-06"]),
  ])
  func followsPointers(text: String, found: [String]) {
    #expect(dates(text) == found)
  }

  /// Dates that belong together share a year.
  @Test(arguments: [
    ("In March and April 2023 she was away.", ["2023-03", "2023-04"]),
    ("It waited from May to August 2023.", ["2023-05", "2023-08"]),
    ("It ran from November to February 2024.", ["2023-11", "2024-02"]),
    ("We were away 28 December to 3 January 2024.", ["2023-12-28", "2024-01-03"]),
    ("We signed in April and it wasn't right till 8/15/2022.", ["2022-04", "2022-08-15"]),
  ])
  func sharesTheYear(text: String, found: [String]) {
    #expect(dates(text) == found)
  }

  /// The weekday settles the year.
  @Test func fitsTheWeekday() {
    let passages = [
      DatedPassage("2021-06-01", context: .metadata, field: .start),
      DatedPassage("2025-05-31", context: .metadata, field: .end),
      DatedPassage("Spoke to the manager Fri 16 May."),
    ]
    #expect(Chronology(of: passages).mentions(in: 2).map(\.date.description) == ["2025-05-16"])
  }

  /// The story carries its year on.
  @Test func runsOnWithTheStory() {
    let story = [
      "22 October 2023: the studio is folded in.", "4 December: usage up.", "14 January: quote.",
    ]
    let chronology = Chronology(of: story.map { DatedPassage($0) })
    #expect(
      chronology.mentions.map(\.date.description) == ["2023-10-22", "2023-12-04", "2024-01-14"])
  }

  /// Where a note writes the day first, two figures behind a month are a year.
  @Test func tellsAYearBehindAMonthFromADay() {
    let note = "Raised 6 Jan and sorted 19 Feb. Three branches with us since June 21."
    #expect(dates(note).last == "2021-06")
    #expect(
      dates("Raised Jan 6, sorted Feb 19. Open since June 21.", written: "2025-07-30").last
        == "2025-06-21")
  }

  /// Mails and messages have a day of their own.
  @Test func countsFromTheMailAroundIt() {
    let passages = [
      DatedPassage("12 June 2025", context: .metadata, field: .noteDay),
      DatedPassage("4 March 2025 10:02", context: .header),
      DatedPassage("Koivulehto gave notice yesterday."),
      DatedPassage("On 1 April 2025 Dana wrote:", context: .header),
      DatedPassage("Thank you for the letter of the 25th."),
    ]
    let chronology = Chronology(of: passages)
    #expect(chronology.mentions(in: 2).map(\.date.description) == ["2025-03-03"])
    #expect(chronology.mentions(in: 4).map(\.date.description) == ["2025-03-25"])
  }

  /// "out", "off" and "gone" stand before the day of leaving, which is as often still to come.
  @Test func leavesSoonAfterTheNote() {
    #expect(dates("Letter in March 2025, off 30 September.") == ["2025-03", "2025-09-30"])
  }
}
