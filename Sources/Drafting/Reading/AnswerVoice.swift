import Language

/// Tells whether the answers under a note's questions are the customer's own words, and gives them their speaker.
///
/// Where the answers call us "you", the customer speaks; where they call the customer "they", the writer does.
enum AnswerVoice {
  private static let toUs = WordSet("you your yours you're you've you'd you'll yourselves")
  private static let ofThem = WordSet(
    "they their them theirs she her hers he his him they're they'd they've")
  private static let answering = WordSet("answering answers respondent answered to with of by")

  /// Gives the answers to whoever answers, where they are the customer's.
  static func assign(in layout: inout NoteLayout, texts: [TokenizedText]) {
    let answers = layout.passages.indices.filter {
      isAnswer(layout.passages[$0], texts[$0]) && !isOwnPart(layout.passages[$0], layout)
    }
    guard answers.count >= 2 else { return }
    var calls = 0
    var tells = 0
    for index in answers {
      let text = texts[index]
      for token in text.tokens where token.kind == .word {
        if text.quotations.contains(where: { $0.contains(token.range.lowerBound) }) { continue }
        if toUs.contains(token) { calls += 1 }
        if ofThem.contains(token) { tells += 1 }
      }
    }
    guard calls >= 2, calls * 2 >= tells else { return }
    let speaker = respondent(in: &layout, texts)
    for index in answers {
      layout.passages[index].speaker = speaker
      layout.participants[speaker].turns += 1
    }
  }

  /// A paragraph or item under a question of the note that nobody else speaks; what stands wholly in brackets is the writer's.
  private static func isAnswer(_ passage: Passage, _ text: TokenizedText) -> Bool {
    guard passage.question != nil, passage.isWriters else {
      return false
    }
    switch passage.form {
    case .paragraph, .item, .value: break
    default: return false
    }
    if case .value(let key) = passage.form, !key.isEmpty { return false }
    guard let first = text.tokens.first else { return false }
    return first.key != 0x28 && first.key != 0x5B
  }

  /// What a note's own part is headed or asked by.
  private static let own = ["actions", "lessons", "departments", "competitors", "summary"]

  private static func isOwnPart(_ passage: Passage, _ layout: NoteLayout) -> Bool {
    layout.path(of: passage.section).contains { section in
      layout.sections[section].kinds.first.map(own.contains) ?? false
    }
  }

  private static func respondent(in layout: inout NoteLayout, _ texts: [TokenizedText]) -> Int {
    for field in layout.fields where field.name == "contact" {
      let text = texts[field.passage]
      if let run = ProperNames.runs(in: text.tokens.indices, of: text).first {
        return customer(named: text.text(of: run), in: &layout)
      }
    }
    let customers = layout.participants.indices.filter { layout.participants[$0].side == .customer }
    for text in texts.prefix(4) {
      for run in ProperNames.runs(in: text.tokens.indices, of: text) where run.lowerBound > 0 {
        let name = text.text(of: run)
        let isCustomer = customers.contains { layout.participants[$0].name == name }
        guard
          isCustomer || answering.contains(text.tokens[run.lowerBound - 1])
            || run.lowerBound > 1 && text.tokens[run.lowerBound - 1].key == 0x3A
              && answering.contains(text.tokens[run.lowerBound - 2])
        else { continue }
        let index = layout.participant(named: name, role: nil)
        if layout.participants[index].side != .us { return customer(named: name, in: &layout) }
      }
    }
    return customers.first ?? customer(named: "", in: &layout)
  }

  private static func customer(named name: String, in layout: inout NoteLayout) -> Int {
    let index = layout.participant(named: name, role: nil)
    layout.participants[index].side = .customer
    return index
  }
}
