import TestSupport

/// Writes random Markdown in which every word names the line it stands on: `w12x3z` is the third word, on line 12.
struct DocumentWriter {
  private(set) var text: [UInt8] = []
  /// The words that readers see, in order: all but those in link destinations and titles.
  private(set) var visible: [String] = []
  private var random: SeededGenerator
  private var line = 1
  private var count = 0
  private var prefix = ""
  private let lineEnds: [String]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    lineEnds =
      [["\n"], ["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]].randomElement(using: &random) ?? []
    if chance(10) { frontMatter() }
    for _ in 0..<Int.random(in: 1...5, using: &random) { block(depth: 0) }
  }

  // MARK: - Pieces

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &random) ?? ""
  }

  private mutating func put(_ string: String) {
    // Three tildes or more at the start of a line would be a fence, and words after it not text.
    if text.last == UInt8(ascii: "~"), string.first == "~" { text.append(0x20) }
    text += Array(string.utf8)
  }

  private mutating func word(isVisible: Bool = true) {
    count += 1
    let word = "w\(line)x\(count)z"
    if isVisible { visible.append(word) }
    put(word)
  }

  private mutating func breakLine(lazy: Bool = false) {
    let end = pick(lineEnds)
    // A line feed right after a carriage return would only complete it.
    put(text.last == 0x0D && end == "\n" ? "\r" : end)
    line += 1
    if lazy {
      put(pick(["", String(prefix.prefix(2)), " ", "   "]))
    } else {
      put(prefix)
    }
  }

  /// Breaks the line inside a paragraph.
  private mutating func wrap() {
    put(pick(["", "", "", "  ", "\\", "    ", "\t"]))
    breakLine(lazy: chance(15))
    put(pick(["", "", "", " ", "   ", "      ", "\t"]))
  }

  /// A gap between words, now and then with a line break.
  private mutating func gap() {
    if chance(25) { wrap() } else { put(pick([" ", " ", "  ", "\t"])) }
  }

  private mutating func words(_ most: Int = 3, isVisible: Bool = true) {
    word(isVisible: isVisible)
    for _ in 0..<Int.random(in: 0..<most, using: &random) {
      gap()
      word(isVisible: isVisible)
    }
  }

  // MARK: - Inlines

  private mutating func inline(_ depth: Int = 0) {
    switch Int.random(in: 0..<(depth > 2 ? 14 : 26), using: &random) {
    case 0...5: word()
    case 6:
      put(
        pick([
          "a", "1", "the", "-", "_", "*", "]", "[", "\\*", "\\[", "\\`", "\\~", "!", "(", "~~",
          "**", ")",
        ]))
    case 7:
      put(
        pick([
          "&amp;", "&copy;", "&#42;", "&#x2014;", "&ouml;", "&Auml;bc", "&nope;", "AT&T", "&AElig;",
          "&lt;b&gt;",
        ]))
    case 8: code()
    case 9:
      put(pick(["<b>", "<br/>", "</i>", "<!-- x -->", "<a\thref='/u'>"]))
      word()
    case 10:
      put("<span")
      gap()
      put("title=\"")
      words()
      put("\">")
    case 11:
      put("<http://")
      word()
      put(".example/?a=b&amp;c>")
    case 12:
      put("\u{E9}\u{1F600} ")
      word()
    case 13:
      word()
      put(pick(["&amp;", "\\_", "&copy;", "\\\\"]))
      word()
    case 14...17: wrapped(pick(["*", "**", "_", "__", "~~", "***"]), depth)
    case 18...21: link(depth)
    case 22:
      put("!")
      link(depth)
    default: words()
    }
  }

  private mutating func code() {
    // Three at the start of a line would be a fence, and words after it not text.
    let ticks = pick(["`", "``"])
    put(ticks + pick(["", "", " "]))
    words()
    if chance(20) { put(ticks == "`" ? " `` " : " ` ") }
    put(pick(["", "", " "]) + ticks)
  }

  private mutating func wrapped(_ mark: String, _ depth: Int) {
    put(mark)
    word()
    if chance(50) {
      gap()
      inline(depth + 1)
    }
    put(mark)
  }

  private mutating func link(_ depth: Int) {
    put("[")
    word()
    if chance(50) {
      gap()
      inline(depth + 1)
    }
    put("]")
    switch Int.random(in: 0..<6, using: &random) {
    case 0: break
    case 1: put("[]")
    case 2: put(pick(["[one]", "[two words]", "[two\twords]", "[nowhere]"]))
    default:
      put("(")
      if chance(15) { breakLine() }
      put(pick(["/u", "<a b>", "", "a(b)c", "x\\)y", "&amp;"]))
      if chance(40) {
        if chance(30) { breakLine() } else { put(" ") }
        let quotes =
          [("\"", "\""), ("'", "'"), ("(", ")")].randomElement(using: &random) ?? ("", "")
        put(quotes.0)
        words(3, isVisible: false)
        put(quotes.1)
      }
      put(")")
    }
  }

  private mutating func inlines(_ most: Int) {
    word()
    for _ in 0..<Int.random(in: 0..<most, using: &random) {
      if chance(90) { gap() }
      inline()
    }
  }

  // MARK: - Blocks

  private mutating func block(depth: Int) {
    if depth == 0 || chance(80) { put(pick(["", "", "", " ", "   "])) }
    switch Int.random(in: 0..<(depth > 2 ? 12 : 18), using: &random) {
    case 0...3: inlines(8)
    case 4:
      put(pick(["# ", "### ", "###### "]))
      heading()
      put(pick(["", " #"]))
    case 5:
      inlines(3)
      breakLine()
      put(pick(["===", "---", "=", "--"]))
    case 6: fence()
    case 7:
      put("    ")
      word()
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        breakLine()
        if chance(30) { breakLine() }
        put("     ")
        word()
      }
    case 8: html()
    case 9: put(pick(["***", "- - -", "___"]))
    case 10:
      for _ in 0..<Int.random(in: 1...2, using: &random) { definition() }
      if chance(70) { inlines(5) }
    case 11: table()
    case 12...14: container(pick(["> ", ">", ">  "]), nil, depth)
    case 15: container("- ", "  ", depth)
    case 16: container("1. ", "   ", depth)
    default: container("*   [ ] ", "    ", depth)
    }
    breakLine()
    if chance(70) { breakLine() }
  }

  private mutating func heading() {
    word()
    put(" *")
    word()
    put("* `")
    word()
    put("`")
  }

  private mutating func container(_ first: String, _ rest: String?, _ depth: Int) {
    let outer = prefix
    put(first)
    prefix += rest ?? first
    for _ in 0..<Int.random(in: 1...3, using: &random) { block(depth: depth + 1) }
    prefix = outer
    breakLine()
  }

  private mutating func fence() {
    let mark = pick(["```", "~~~", "````"])
    put(mark + pick(["", "swift", " a b"]))
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      breakLine()
      if chance(80) {
        put(pick(["", "  ", "- "]))
        word()
      }
    }
    breakLine()
    if chance(90) { put(mark) } else { word() }
  }

  private mutating func html() {
    let kind = pick(["<!-- ", "<div>", "<pre>", "<?php "])
    put(kind)
    word()
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      breakLine()
      word()
    }
    put([" -->", "</div>", "</pre>", "?>"].randomElement(using: &random) ?? "")
  }

  private mutating func definition() {
    put(pick(["[one]:", "[two words]:", "[three]:"]))
    if chance(30) { breakLine() } else { put(" ") }
    put(pick(["/", "<", ""]))
    put(pick(["u", "v>"]))
    if chance(50) {
      if chance(40) { breakLine() } else { put(" ") }
      put("'")
      words(3)
      put("'")
    }
    breakLine()
  }

  private mutating func table() {
    if chance(30) {
      inlines(2)
      breakLine()
    }
    let columns = Int.random(in: 1...3, using: &random)
    row(columns)
    breakLine()
    put("|" + String(repeating: pick(["---|", ":-:|", " -- |"]), count: columns))
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      breakLine()
      row(Int.random(in: 1...4, using: &random))
    }
  }

  private mutating func row(_ columns: Int) {
    put("|")
    for _ in 0..<columns {
      put(pick(["", " "]))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: break
      case 1: heading()
      case 2:
        put("~~")
        word()
        put("~~\\|")
        word()
      case 3:
        put("[")
        word()
        put("](/u)&amp;")
      default: word()
      }
      put(pick([" |", "|"]))
    }
  }

  private mutating func frontMatter() {
    put("---")
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      breakLine()
      word()
      put(": ")
      word()
    }
    breakLine()
    put(pick(["---", "..."]))
    breakLine()
  }
}
