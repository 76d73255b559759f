import Chronology
import PostmortemModel
import Testing

/// Dates in running text that name their day, month, quarter or year.
@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("We signed on 3 March 2024.", ["2024-03-03"]),
    ("It broke on Mon 3 March 2025, early.", ["2025-03-03"]),
    ("The twelfth of February 2025 it was.", ["2025-02-12"]),
    ("January eighteenth, 2025.", ["2025-01-18"]),
    ("For her it was a Saturday back in November, the 9th.", ["2024-11-09"]),
    ("An answer came on 26.05.", ["2025-05-26"]),
    (
      "Asked on 26.05. and 3.06., the export until 31.07",
      ["2025-05-26", "2025-06-03", "2025-07-31"]
    ),
    ("Asked on 2/6, again on 4/14, the export, 5/9", ["2025-02-06", "2025-04-14", "2025-05-09"]),
    ("The list goes to Jo by 21.7.", ["2025-07-21"]),
    ("The list goes to Jo by 28-11, all of it.", ["2025-11-28"]),
    ("They rated us 4.12", []),
    ("Two of 10-12 depots are live.", []),
    ("It took 10-12 weeks, not 3-4", []),
    ("Billing refunds April, by 16/5", ["2025-04", "2025-05-16"]),
    ("From 14/3/23 to 28/2/25. The export, 9/5", ["2023-03-14", "2025-02-28", "2025-05-09"]),
    (
      "Signed 14/3/23, gone by 28/2/25. They turned it down in June 24. Aug 24: a questionnaire.",
      ["2023-03-14", "2025-02-28", "2024-06", "2024-08"]
    ),
    (
      "Signed 3/14/23, gone by 2/28/25. They turned it down on June 24.",
      ["2023-03-14", "2025-02-28", "2025-06-24"]
    ),
    ("Then came the second Tuesday of March 2025.", ["2025-03-11"]),
    ("gone as of the 1st monday of april 2025", ["2025-04-07"]),
    ("She left on the last Friday in January, 2025.", ["2025-01-31"]),
    ("We met on the third Wednesday of July.", ["2024-07-17"]),
    ("The fifth Friday of February 2025 never came.", ["2025-02"]),
    ("Asked 15/Aug/2024, back on 20/Jan/2025.", ["2024-08-15", "2025-01-20"]),
    ("Asked 03/2023 and 10/2024.", ["2023-03", "2024-10"]),
    ("We met 3, 5 and 7 March 2024.", ["2024-03-03", "2024-03-05", "2024-03-07"]),
    ("Formal notice came the first week of December 2024.", ["2024-12"]),
    ("The last week of March 2024 we ran ten boxes.", ["2024-03"]),
    ("Half in by the middle of August 2024.", ["2024-08"]),
    ("In KW 12 2025 the server failed.", ["2025-03"]),
    ("It was dead by Easter 2024.", ["2024-03"]),
    ("On Black Friday 2024 the job fired twice.", ["2024-11"]),
    ("A demo on New Year's Eve 2023.", ["2023-12"]),
  ])
  func readsDates(text: String, found: [String]) {
    #expect(dates(text) == found)
  }

  @Test(arguments: [
    "We have 24/7 support and 2,900 seats.", "It may help to march on.", "Version 4.2 is out.",
    "The second ticket and the 3rd floor.", "For six weeks nobody answered.",
    "He waited a second.", "Room 2024 seats 30 people.", "Our new year plan is the same as before.",
    "At the end of the day it was the price.",
  ])
  func findsNoDateWhereNoneIs(text: String) {
    #expect(dates(text) == [])
  }

  /// A span is one event at its start.
  @Test func readsSpans() {
    let found = mentions("They ran both from 24 to 28 March 2025.")
    #expect(found.map(\.date.description) == ["2025-03-24", "2025-03-28"])
    #expect(found.map(\.role) == [.event, .spanEnd])
    #expect(found[0].end?.description == "2025-03-28")
  }

  /// The day's figure comes first or second as the rest of the note shows.
  @Test func readsFiguresAsTheNoteDoes() {
    #expect(dates("Opened 4/3/2025, closed 23/3/2025.") == ["2025-03-04", "2025-03-23"])
    #expect(dates("Opened 4/3/2025, closed 4/23/2025.") == ["2025-04-03", "2025-04-23"])
  }

  /// What the words around a date say of its time.
  @Test func tellsTheTense() {
    #expect(mentions("She asked for it in March.").map(\.tense) == [.past])
    #expect(mentions("I will send it by 20 June.").map(\.tense) == [.ahead])
    #expect(mentions("I will send it by 20 June.").map(\.role) == [.deadline])
    #expect(mentions("March 2025: renewal quote.").map(\.tense) == [.open])
  }
}
