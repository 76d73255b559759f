import PostmortemModel
import Testing

/// What should be done differently.
@Suite struct LessonTests {
  @Test func isWhatTheNoteNamesALesson() {
    let model = draft(
      """
      # Brightwell Academy Trust - lost

      The finance director was told by the board to cut a third of all software. New head came in January.

      Lesson: talk to the board's budget cycle in autumn, not in May when the list is done.
      """)
    #expect(
      model.lessons.map(\.statement) == [
        "talk to the board's budget cycle in autumn, not in May when the list is done."
      ])
    #expect(model.relationship.winBack.likelihood == .notStated)
  }

  @Test func isEachItemBelowThatHeading() {
    let model = draft(
      "# Lessons\n\n- Announce price changes half a year ahead.\n- Answer within a day.\n")
    #expect(model.lessons.count == 2)
  }
}
