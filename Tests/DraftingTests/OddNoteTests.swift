import PostmortemModel
import Testing

/// Notes of a form that nobody writes are read all the same.
@Suite struct OddNoteTests {
  @Test(arguments: [
    "    Foo\n    ---\n\n    Foo\n---", "<a a b>", "(", ")", "- (\n- )", ": Foo", "Foo (",
    "- Foo, ",
    "Q:\n\nA:", "**: **", "| |\n|-|\n| |", "> > Foo -\nFoo", "me, me, me", "by (Foo", "Foo: (me",
  ]) func areReadWithoutHarm(_ note: String) {
    #expect(draft(note).sources.count == 1)
  }
}
