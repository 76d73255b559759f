import Language

/// Finds names by their capitals.
enum ProperNames {
  /// Words that may stand inside a name without a capital.
  private static let joiners = WordSet(
    "of de der den van von and du la le y da di do dos del bin al el ter ten zu zum zur")
  /// Marks that may stand inside a name.
  private static let joiningMarks: Set<UInt64> = [0x26, 0x27, 0x2D, 0x2E, 0x2B]
  /// Words that begin sentences, or carry capitals, and name nobody.
  static let common = WordSet(
    """
    the a an i we he she they it you our his her their my your its this that these those there then so but and or nor if
    when while what who why how where which for from to in on at by with without no not yes nope nah yeah yep ok okay well
    now after before since because as once only just also even still never nothing nobody everyone everybody everything
    somebody someone something one two three four five six seven eight nine ten both each every all some any most more less
    first second third last next another other same said says jan january feb february mar march apr april may jun june jul
    july aug august sep sept september oct october nov november dec december monday tuesday wednesday thursday friday
    saturday sunday mondays fridays saturdays sundays mon tue tues wed thu thur thurs fri sat sun q1 q2 q3 q4 h1 h2 fy
    christmas easter xmas thanksgiving arr mrr acv csm ae ceo cfo coo cto cio ciso vp hr qbr ebr nps csat roi kpi sso api
    crm erp sla faq pdf csv json excel eur usd gbp chf cad aud pm am uk us usa eu q a english german french spanish dutch
    italian european american british support product sales finance engineering marketing legal security leadership
    implementation onboarding customer success account exit call interview notes note renewal contract notice zoom teams
    slack email mail phone internal re fw fwd hi hello dear thanks thank regards cheers best kind please sorry maybe perhaps
    apparently honestly tbh fyi todo action actions lesson lessons spreadsheet spreadsheets paper none ticket tickets board
    chair director manager head let ask asked told tell got get go went gone did do does don't didn't is was were are be been
    has had have can could would should will must i'm i've i'd i'll we're we've we'd we'll they're they've they'd they'll
    it's that's there's he's she's you're isn't wasn't whoever whatever until about than too very really out up down over
    back off im ive id theyre thats its send sent export refund deletion delete claim noted beyond deal wants want write
    wrote written closing closed pull pulled push pushed follow following check checked add added final data list update
    credit copy pasted everything here anyway also two half again good bad nice great fine new old same short long open
    used using use asking prepared typed spoke talked met rang called moved moving left leaving signed cancelled lost won
    usage logins login users user seats price pricing cost budget release outage bug support's team people folks whole
    start started end ended ends live launch kickoff go-live timeline background summary root cause reason reasons status
    date dates event value field key owner due what's who's how's where's let's mine ours yours theirs him them me us
    between during against under above below around near via per plus minus like such many much few several lots enough
    okay alright right wrong true false nice wow oh ah um uh er hm hmm ha haha lol yikes ugh indeed instead otherwise
    meanwhile later earlier today tomorrow yesterday tonight week weeks month months year years day days hour hours
    churn post mortem postmortem loss review report feedback debrief win-back cancellation customers accounts record sheet
    spring summer autumn fall winter morning afternoon evening night weekend
    """)
  /// Capitalised words that go on with a name that has begun, though alone they would name nobody.
  private static let continuing = WordSet(
    """
    one two three first next now go live success support product account data security contract board call open new direct
    plus people team teams home spring summer day week key field list market kind best back up us uk usa it notice exit
    head long short right half legal finance sales credit value live customer price notes start
    """)

  /// Runs of words with capitals in a range of tokens, with what joins them.
  static func runs(in tokens: Range<Int>, of text: TokenizedText) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    var end = 0
    for index in tokens {
      let token = text.tokens[index]
      let isBehindName = start != nil && (end == index || text.tokens[index - 1].key == 0x26)
      if isNameWord(token, text) || isBehindName && goesOn(token, isJoined: end != index) {
        if start == nil { start = index }
        end = index + 1
      } else if let open = start, index - end >= 2 || !joins(index, text) {
        runs.append(open..<end)
        start = nil
      }
    }
    if let open = start { runs.append(open..<end) }
    return runs
  }

  private static func joins(_ index: Int, _ text: TokenizedText) -> Bool {
    let token = text.tokens[index]
    switch token.kind {
    case .word: return !token.startsUpper && joiners.contains(token)
    case .number: return false
    case .punctuation, .symbol:
      guard joiningMarks.contains(token.key) else { return false }
      if token.key == 0x26 || token.key == 0x2B { return true }
      // A full stop joins only behind an initial or what is abbreviated before names.
      let before = text.tokens[index - 1]
      return !token.followsSpace
        && (token.key != 0x2E || before.range.count == 1 || abbreviated.contains(before))
    }
  }

  private static let abbreviated = WordSet("dr mr mrs ms mme mlle prof sr sra st ste mt ft co")

  /// Whether a capitalised word goes on with a name; behind "&" any does.
  private static func goesOn(_ token: Token, isJoined: Bool) -> Bool {
    token.kind == .word && token.startsUpper && (isJoined || continuing.contains(token))
  }

  private static func isNameWord(_ token: Token, _ text: TokenizedText) -> Bool {
    guard token.kind == .word, token.startsUpper || hasInnerCapital(token, text) else {
      return false
    }
    return !common.contains(token)
  }

  /// Whether a capital stands inside the word, as in `iPad` and `d'Orsay`.
  static func hasInnerCapital(_ token: Token, _ text: TokenizedText) -> Bool {
    guard token.range.count >= 4 else { return false }
    var afterSmall = false
    for byte in text.utf8[token.range] {
      if afterSmall, Bytes.isUpper(byte) { return true }
      afterSmall = (0x61...0x7A).contains(byte) || byte == 0x27
    }
    return false
  }

  /// The token in lower case.
  static func word(_ token: Token, _ text: TokenizedText) -> String {
    String(decoding: text.utf8[token.range], as: UTF8.self).lowercased()
  }

  /// The name at `run` without a possessive ending.
  static func name(at run: Range<Int>, in text: TokenizedText) -> String {
    let name = text.text(of: run)
    for ending in ["'s", "’s", "'", "’"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  /// Whether the name at `run` owns what stands behind it, as in `Dana's`.
  static func isPossessive(_ run: Range<Int>, in text: TokenizedText) -> Bool {
    guard let last = run.last else { return false }
    let bytes = text.utf8[text.tokens[last].range]
    return bytes.count > 2 && bytes.last == 0x73
      && (bytes.dropLast().last == 0x27 || bytes.dropLast().suffix(3).elementsEqual("’".utf8))
  }

  /// A person's name without the role that follows it in brackets or behind a comma; nil where a value says that there is nobody.
  ///
  /// Where the seat changed hands or was vacant for a time, the name is the one that comes last.
  static func person(_ value: String) -> String? {
    let lower = value.lowercased()
    let vacancies = [
      "vacant", "none", "nobody", "unassigned", "n/a", "no csm", "open", "tbd", "-", "?",
    ]
    let text = TokenizedText(value)
    if let then = text.tokens.indices.last(where: { word(text.tokens[$0], text) == "then" }),
      let run = runs(in: then..<text.tokens.count, of: text).first
    {
      return name(at: run, in: text)
    }
    if vacancies.contains(where: { lower.hasPrefix($0) }) { return nil }
    let name = leadingName(value)
    let isName =
      name.utf8.contains { $0 > 0x40 } && name.utf8.count { $0 == 0x20 } < mostWords
    return isName ? name : nil
  }

  /// More words than this name nobody.
  private static let mostWords = 5

  /// Whether a name may begin with the byte: any letter's, and not `£` or `€`.
  private static func startsName(_ byte: UInt8) -> Bool {
    Bytes.isUpper(byte) || (0x61...0x7A).contains(byte) || byte > 0xC2 && byte != 0xE2
  }

  /// What stands before a bracket, comma, dash or the like, and behind an `@`.
  private static func leadingName(_ value: String) -> String {
    let bytes = Array(value.utf8.drop { $0 == 0x40 })
    var end = bytes.count
    for (index, byte) in bytes.enumerated() {
      let isStop = [0x28, 0x2C, 0x3B, 0x7C, 0x2F].contains(byte)
      let isDash =
        byte == 0x20 && index + 2 < bytes.count
        && (bytes[index + 1] == 0x2D && bytes[index + 2] == 0x20
          || bytes[(index + 1)...].starts(with: "–".utf8)
          || bytes[(index + 1)...].starts(with: "—".utf8))
      // A full stop ends a name, but not an initial or "Dr.", unless no name can follow.
      let endsWord =
        byte == 0x2E && index + 2 < bytes.count && bytes[index + 1] == 0x20 && index > 2
        && (0x61...0x7A).contains(bytes[index - 1]) && bytes[index - 2] != 0x20
      let isEnd = endsWord && (bytes[index - 3] != 0x20 || !startsName(bytes[index + 2]))
      if isStop || isDash || isEnd {
        end = index
        break
      }
    }
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
