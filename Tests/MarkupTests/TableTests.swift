import Testing

@Suite struct TableTests {
  @Test(arguments: [
    (
      "| a | **b** |\n|---|:-:|\n| c\\|d | ~~e~~ |\n",
      [
        "table 1-3", "  head 1", "    cell0 1: a", "    cell1 1: b", "  row 3", "    cell0 3: c|d",
        "    cell1 3: e",
      ]
    ),
    (
      "Text\na | b\n-|-\n1\n1 | 2 | 3\n\nx",
      [
        "p 1: Text", "table 2-5", "  head 2", "    cell0 2: a", "    cell1 2: b", "  row 4",
        "    cell0 4: 1", "  row 5", "    cell0 5: 1", "    cell1 5: 2", "    cell2 5: 3", "p 7: x",
      ]
    ),
    (
      "| a |\n|---|\n| b |\n---\nc",
      [
        "table 1-3", "  head 1", "    cell0 1: a", "  row 3", "    cell0 3: b", "rule 4", "p 5: c",
      ]
    ),
    (
      "> | a |\n> |---|\n> | b |",
      [
        "quote 1-3", "  table 1-3", "    head 1", "      cell0 1: a", "    row 3",
        "      cell0 3: b",
      ]
    ),
    (
      "- | a |\n  |---|\n  | - b |",
      [
        "ul 1-3", "  li 1-3", "    table 1-3", "      head 1", "        cell0 1: a", "      row 3",
        "        cell0 3: - b",
      ]
    ),
    ("a | b\n---|---|---\n", ["p 1-2: a | b⏎---|---|---"]),
    (
      "| *a | b* |\n|---|---|\n||x|",
      [
        "table 1-3", "  head 1", "    cell0 1: *a", "    cell1 1: b*", "  row 3", "    cell0 3",
        "    cell1 3: x",
      ]
    ),
  ])
  func tablesHaveRowsAndCells(_ text: String, _ expected: [String]) {
    #expect(outline(text) == expected)
  }
}
