import Answers
import Chronology
import Evidence
import Markup

/// Walks a note's blocks once, in order, and lays out its passages, sections, questions, fields, tables and speakers.
struct NoteReader {
  let document: MarkupDocument
  let lexicon: Lexicon
  let speakerLabels: SpeakerLabels
  var layout = NoteLayout()

  var section = 0
  var question: Int?
  /// Who speaks at each quotation level, while a mail or a quoted turn lasts.
  var speakers: [Int?] = [nil]
  var element = 0

  /// Lays out `document`.
  static func layout(of document: MarkupDocument, lexicon: Lexicon) -> NoteLayout {
    var reader = NoteReader(document: document, lexicon: lexicon)
    reader.read()
    return reader.layout
  }

  private init(document: MarkupDocument, lexicon: Lexicon) {
    self.document = document
    self.lexicon = lexicon
    speakerLabels = SpeakerLabels(of: document, lexicon: lexicon)
    layout.sections = [Section(title: "", level: 0, parent: nil, kinds: [])]
  }

  private mutating func read() {
    while element < document.elements.count {
      let block = document.elements[element]
      switch block.kind {
      case .frontMatter: readFrontMatter(lines: block.lines)
      case .heading(let level): readHeading(level: level)
      case .paragraph: readParagraph(depth: quoteDepth(of: element))
      case .table: readTable()
      case .thematicBreak: speakers = [nil]
      case .codeBlock: append(.code, document.flow(of: element))
      case .htmlBlock:
        if !isComment(document.flow(of: element).utf8) {
          append(.paragraph, document.flow(of: element))
        }
      default: break
      }
      element += 1
    }
  }

  /// Front matter is read as YAML, and line by line where it is none, which a finding says.
  private mutating func readFrontMatter(lines: ClosedRange<Int>) {
    guard lines.count > 2 else { return }
    let sheet = AnswerSheet(
      readingFrontMatter: document.source, lines: lines.lowerBound + 1...lines.upperBound - 1)
    layout.findings += sheet.findings
    guard let record = sheet.records.first else { return }
    layout.append(record.answers, source: document.source.name, isAnswer: false, lexicon: lexicon)
  }

  // MARK: Sections

  private mutating func readHeading(level: Int) {
    let flow = document.flow(of: element)
    let title = Bytes.trimmed(0..<flow.utf8.count, in: flow.utf8)
    guard !title.isEmpty else { return }
    openSection(title: Array(flow.utf8[title]), level: level)
    append(.heading(level: level), flow)
    speakers = [nil]
    question = nil
    if flow.utf8[title.upperBound - 1] == 0x3F { ask(Array(flow.utf8[title])) }
  }

  private mutating func openSection(title: [UInt8], level: Int) {
    var parent: Int? = section
    while let open = parent, open != 0, layout.sections[open].level >= level {
      parent = layout.sections[open].parent
    }
    layout.sections.append(
      Section(
        title: String(decoding: title, as: UTF8.self), level: level, parent: parent ?? 0,
        kinds: lexicon.sectionKinds(of: title),
        companyKind: lexicon.companySectionKind(of: title)))
    section = layout.sections.count - 1
  }

  mutating func ask(_ text: [UInt8]) {
    layout.questions.append(
      Question(text: String(decoding: text, as: UTF8.self), asks: lexicon.fieldNames(of: text)))
    question = layout.questions.count - 1
  }

  // MARK: Paragraphs

  /// The strong spans of the paragraph that is being read, in order.
  private(set) var strong: [Range<Int>] = []

  private mutating func readParagraph(depth: Int) {
    let flow = document.flow(of: element)
    let whole = Bytes.trimmed(0..<flow.utf8.count, in: flow.utf8)
    guard !whole.isEmpty else { return }
    while speakers.count <= depth { speakers.append(nil) }
    if depth + 1 < speakers.count { speakers.removeSubrange((depth + 1)...) }
    strong = flow.spans.filter { $0.style == .strong }.map(\.range)
    if headsList(whole, flow) { return }

    var pending = whole.lowerBound..<whole.lowerBound
    for line in Bytes.lines(of: whole, in: flow.utf8) {
      guard let start = readLabelledLine(line, flow, depth: depth, pending: &pending) else {
        pending = (pending.isEmpty ? line.lowerBound : pending.lowerBound)..<line.upperBound
        continue
      }
      pending = start
    }
    flush(pending, flow, depth: depth)
  }

  /// A label-like line closes what stands before it; what it opens is returned, or nil where the line goes on with the text before.
  private mutating func readLabelledLine(
    _ line: Range<Int>, _ flow: FlowText, depth: Int, pending: inout Range<Int>
  ) -> Range<Int>? {
    let bytes = flow.utf8
    let strong = strongSpan(at: line.lowerBound, in: flow)
    if let strong, let asked = strongQuestion(strong, line: line, bytes) {
      flush(pending, flow, depth: depth)
      ask(Array(bytes[asked]))
      append(.paragraph, flow, asked, isQuestion: true)
      let rest = Bytes.trimmed(
        max(asked.upperBound, strong.upperBound)..<line.upperBound, in: bytes)
      return rest
    }
    if let legend = LineShapes.legend(line, in: bytes) {
      layout.introduce(
        Bytes.text(legend.name, in: bytes), alias: Bytes.text(legend.alias, in: bytes),
        role: Bytes.text(legend.role, in: bytes))
      return nil
    }
    guard let label = LineShapes.label(of: line, in: bytes, strong: strong) else {
      return attribution(line, flow, depth: depth, pending: &pending)
    }
    let text = Bytes.trimmed(label.textStart..<line.upperBound, in: bytes)
    switch speakerLabels.role(of: label, in: bytes) {
    case .mailHeader(let key):
      flush(pending, flow, depth: depth)
      readMailHeader(key, text, flow, depth: depth)
      return line.upperBound..<line.upperBound
    case .question:
      flush(pending, flow, depth: depth)
      ask(Array(bytes[text]))
      append(.paragraph, flow, text, isQuestion: true)
      return line.upperBound..<line.upperBound
    case .answer:
      flush(pending, flow, depth: depth)
      return text
    case .speaker:
      flush(pending, flow, depth: depth)
      let speaker = layout.participant(
        named: Bytes.text(label.label, in: bytes),
        role: label.remark.map { Bytes.text($0, in: bytes) })
      layout.participants[speaker].turns += 1
      turnSpeaker = speaker
      return text
    case .key:
      guard !text.isEmpty, isField(label, text: text, line: line, strong: strong, bytes),
        !DateReader.namesDate(bytes[line.lowerBound..<label.textStart])
      else {
        return nil
      }
      flush(pending, flow, depth: depth)
      appendField(label, value: text, flow)
      return line.upperBound..<line.upperBound
    }
  }

  /// The speaker of the turn that is being collected.
  private var turnSpeaker: Int?

  mutating func flush(_ range: Range<Int>, _ flow: FlowText, depth: Int) {
    let speaker = turnSpeaker
    turnSpeaker = nil
    let range = Bytes.trimmed(range, in: flow.utf8)
    guard !range.isEmpty else { return }
    append(speaker == nil ? leafForm : .turn, flow, range, speaker: speaker, depth: depth)
  }

  /// A key counts as a field when somebody knows it, when it is set in strong type, or when the whole line is short.
  private func isField(
    _ label: LineLabel, text: Range<Int>, line: Range<Int>, strong: Range<Int>?, _ bytes: [UInt8]
  ) -> Bool {
    if let strong, strong.lowerBound <= label.label.lowerBound,
      strong.upperBound >= label.label.upperBound
    {
      return true
    }
    if !lexicon.fieldNames(of: Array(bytes[label.label])).isEmpty { return true }
    return Bytes.wordCount(label.label, in: bytes) <= 3 && Bytes.wordCount(text, in: bytes) <= 12
      && lexicon.sectionKinds(of: Array(bytes[label.label])).isEmpty
  }

  private mutating func appendField(_ label: LineLabel, value: Range<Int>, _ flow: FlowText) {
    let name = Array(flow.utf8[label.label])
    let end = label.remark.map { $0.upperBound + 1 } ?? label.label.upperBound
    let key = Bytes.text(label.label.lowerBound..<max(end, label.label.upperBound), in: flow.utf8)
    append(.value(key: key), flow, value)
    layout.fields.append(
      Field(
        key: String(decoding: name, as: UTF8.self), name: lexicon.fieldNames(of: name).first,
        passage: layout.passages.count - 1, isAnswer: false))
  }

  /// A short line that ends in a colon, or a short item with items below it, is the heading of the list that follows.
  private mutating func headsList(_ whole: Range<Int>, _ flow: FlowText) -> Bool {
    let bytes = flow.utf8
    let last = bytes[whole.upperBound - 1]
    guard !bytes[whole].contains(0x0A), Bytes.wordCount(whole, in: bytes) <= 9 else { return false }
    let item = enclosingItem(of: element)
    let next = document.elements[element].end
    let isFollowedByList =
      next < document.elements.count && isList(next)
      && document.elements[next].parent == document.elements[element].parent
    let isWhollyStrong =
      strongSpan(at: whole.lowerBound, in: flow).map { $0.upperBound >= whole.upperBound - 1 }
      ?? false
    guard isFollowedByList || (isWhollyStrong && item == nil && last != 0x3F) else { return false }
    let isHeader = last == 0x3A || last == 0x3F || isWhollyStrong || (item != nil && last != 0x2E)
    guard isHeader else { return false }
    let title = Array(bytes[last == 0x3A ? whole.lowerBound..<whole.upperBound - 1 : whole])
    openSection(title: title, level: 10 + listDepth(of: element))
    if isFollowedByList { closing.append((document.elements[next].end, section)) }
    if last == 0x3F { ask(title) }
    append(.heading(level: 10), flow)
    return true
  }

  /// Where list-headed sections end, so that what follows the list belongs to the section outside again.
  private var closing: [(element: Int, section: Int)] = []

  mutating func closeListSections() {
    while let last = closing.last, element >= last.element {
      closing.removeLast()
      if let parent = ancestor(of: section, closing: last.section) { section = parent }
    }
  }

  private func ancestor(of inner: Int, closing outer: Int) -> Int? {
    var current: Int? = inner
    while let index = current {
      if index == outer { return layout.sections[outer].parent }
      current = layout.sections[index].parent
    }
    return nil
  }

  // MARK: Passages

  mutating func append(
    _ form: Passage.Form, _ flow: FlowText, _ range: Range<Int>? = nil, speaker: Int? = nil,
    depth: Int = 0, isQuestion: Bool = false
  ) {
    closeListSections()
    let text = PassageText(flow, range ?? 0..<flow.utf8.count)
    let quoted = depth < speakers.count ? speakers[depth] : nil
    var form = form
    if form == .paragraph, !isQuestion { form = leafForm }
    layout.passages.append(
      Passage(
        form: form, text: text, source: document.source.name, section: section,
        speaker: speaker ?? quoted, question: isQuestion ? nil : question, quoteDepth: depth))
    if isQuestion { layout.questionPassages.insert(layout.passages.count - 1) }
  }

  /// The form of a paragraph that stands where the reader is.
  private var leafForm: Passage.Form {
    guard let item = enclosingItem(of: element), case .item(let task) = document.elements[item].kind
    else { return .paragraph }
    switch task {
    case .none: return .item(task: nil)
    case .open: return .item(task: .open)
    case .done: return .item(task: .done)
    }
  }
}
