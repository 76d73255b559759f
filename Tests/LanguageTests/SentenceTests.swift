import Language
import Testing

@Suite struct SentenceTests {
  private func sentences(_ text: String) -> [String] {
    let text = TokenizedText(text)
    return text.sentences.map { text.text(of: $0) }
  }

  /// `¶` marks where a sentence must end.
  @Test(arguments: [
    "Met Dr. Brown at 9 a.m. on Tuesday.¶ She was calm.",
    "Price, i.e. the list price, was fine.¶ Support was not.",
    "Acme Ltd. renewed in Jan. 2024.¶ They left in Dec. 2025.",
    "nothing against the tool.¶ helpdesk fine, price fine too",
    "Signed on 04.03.2025 for 1.200,50 EUR at 14:30.¶ Done.",
    "Am 4. März war Schluss.¶ Danach nichts.",
    "She waited... and waited.¶ Then she left.",
    "We asked…¶ Nobody came.",
    "\"Why us?\" she asked.¶ \"We had no answer.\"¶ Fair.",
    "J. R. Smith called.¶ It was over.",
    "They left.Then they came back.",
    "Thanks 🥲 for all of it!¶ Bye 👋",
    "approx. 40 users vs. 12 now → a fifth of it; sad.",
    "Open ticket No. 512 for 3 wks.¶ No.¶ Nobody called.",
    "one line\ngoes on here.¶ next",
    "first item¶\n- second item¶\n- third item",
    "a heading¶\n\nAnd a paragraph",
    "By Aug that was down to 4.¶ then nothing",
    "called w. Unni Brekke on tues.¶ She was calm.",
    "It is on node.js and v2.1 of acme.com today.",
    "“It broke.”¶ So they left.",
    "The subject was \"Action required!!\".¶ She was closing.",
    "One of the old guard (Kim, Lea, etc.).¶ All gone.",
  ]) func endsSentencesWhereAReaderWould(_ marked: String) {
    let expected = marked.split(separator: "¶").map { part in
      String(part.drop { $0 == " " || $0 == "\n" })
    }
    let plain = marked.filter { $0 != "¶" }
    if plain.contains(".Then") {
      #expect(sentences(plain) == ["They left.", "Then they came back."])
    } else {
      #expect(sentences(plain) == expected)
    }
  }

  @Test(arguments: [
    "support was slow;| price was fine",
    "it was cheap,| but nobody used it",
    "we left| because it broke",
    "notice came 14 Nov -| that was that",
    "logins fell → |nobody called",
    "reason: |too slow",
    "Gil left| and we lost the thread",
    "the plan| (which I had seen)| was thin",
    "bugs, outages and slow pages",
  ]) func cutsClauses(_ marked: String) {
    let text = TokenizedText(marked.filter { $0 != "|" })
    let clauses = text.clauses(of: 0..<text.tokens.count).map { text.text(of: $0) }
    let expected = marked.split(separator: "|").map { part in
      var part = part.drop { $0 == " " }
      while part.last == " " { part.removeLast() }
      return String(part)
    }
    #expect(clauses == expected)
  }

  @Test(arguments: [
    (#"She said "we are done" and left."#, ["we are done"]),
    ("“Never again,” he said. „Schluss“, «fini».", ["Never again,", "Schluss", "fini"]),
    ("It's 'too slow', isn't it? The CSMs' view.", ["too slow"]),
    ("He said ‘it’s over’ twice.", ["it’s over"]),
    (#"a 6" pipe and no quotation"#, []),
    ("since '24, 'til now, rock 'n' roll", []),
    (#"Deb: "it said 'error' again""#, ["it said 'error' again"]),
  ]) func findsQuotations(_ text: String, _ expected: [String]) {
    let text = TokenizedText(text)
    #expect(text.quotations.map { String(decoding: text.utf8[$0], as: UTF8.self) } == expected)
  }
}
