/// Reads vocabulary files into compiled phrases.
struct VocabularyParser {
  private typealias Element = CompiledPhrases.Element
  private typealias WordClass = CompiledPhrases.WordClass

  /// More forms of one phrase than this are a mistake.
  private static let mostForms = 256

  private(set) var labels: [String] = []
  private(set) var problems: [VocabularyProblem] = []
  private(set) var compiled = CompiledPhrases()
  private var classes: [WordClass] = []
  private var classNumbers: [UInt64: Int] = [:]
  private var labelNumbers: [String: Int] = [:]
  private var form = WordForm()

  private var bytes: [UInt8] = []
  private var file = ""
  private var line = 0
  private var lineStart = 0

  /// Reads the classes of a file.
  mutating func readClasses(_ source: VocabularyFile) {
    eachLine(of: source) { parser, start, end in
      guard parser.bytes[start] == UInt8(ascii: "{"), let sign = parser.definitionSign(start, end)
      else { return }
      parser.readClass(start, sign, end)
    }
  }

  /// Reads the sections and phrases of a file.
  mutating func readPhrases(_ source: VocabularyFile, number: Int) {
    var label: Int?
    var weight: Float = 1
    eachLine(of: source) { parser, start, end in
      let first = parser.bytes[start]
      if first == UInt8(ascii: "[") {
        (label, weight) = parser.readSection(start, end)
      } else if first == UInt8(ascii: "{"), parser.definitionSign(start, end) != nil {
        return
      } else if let label {
        parser.readPhrase(start, end, label: label, weight: weight, file: number)
      } else {
        parser.complain(start, "a phrase stands before the first section, such as [cause/pricing]")
      }
    }
  }

  private mutating func eachLine(
    of source: VocabularyFile, _ body: (inout Self, Int, Int) -> Void
  ) {
    bytes = source.utf8
    file = source.name
    line = 0
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      line += 1
      lineStart = start
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let next = end + 1
      var from = start
      while from < end, ByteClass.isSpace(bytes[from]) { from += 1 }
      while end > from, ByteClass.isSpace(bytes[end - 1]) { end -= 1 }
      if from < end, bytes[from] != UInt8(ascii: "#") || (from + 1 < end && bytes[from + 1] != 0x20)
      {
        body(&self, from, end)
      }
      start = next
    }
  }

  private mutating func complain(_ offset: Int, _ message: String) {
    problems.append(
      VocabularyProblem(file: file, line: line, column: offset - lineStart + 1, message: message))
  }

  /// Where the `=` of `{name} = …` stands, or nil where the line is no definition.
  private func definitionSign(_ start: Int, _ end: Int) -> Int? {
    guard var index = bytes[start..<end].firstIndex(of: UInt8(ascii: "}")) else { return nil }
    index += 1
    while index < end, bytes[index] == 0x20 { index += 1 }
    return index < end && bytes[index] == UInt8(ascii: "=") ? index : nil
  }

  private mutating func readClass(_ start: Int, _ sign: Int, _ end: Int) {
    guard let close = bytes[start..<sign].firstIndex(of: UInt8(ascii: "}")), close > start + 1
    else {
      complain(start, "the class has no name")
      return
    }
    let key = WordForm.key(bytes[start + 1..<close])
    guard classNumbers[key] == nil else {
      complain(start, "the class is defined twice")
      return
    }
    var wordClass = WordClass(number: classes.count)
    var from = sign + 1
    while from < end {
      let bar = bytes[from..<end].firstIndex(of: UInt8(ascii: "|")) ?? end
      readMember(from, bar, &wordClass)
      from = bar + 1
    }
    classNumbers[key] = wordClass.number
    for word in wordClass.words { compiled.addMember(word, to: wordClass.number) }
    classes.append(wordClass)
  }

  private mutating func readMember(_ start: Int, _ end: Int, _ wordClass: inout WordClass) {
    guard let forms = forms(start, end) else { return }
    for member in forms {
      if member.count == 1, member[0].kind == .wordClass {
        for word in classes[Int(member[0].value)].words { wordClass.add(word) }
      } else if member.count == 1, member[0].kind == .stem || member[0].kind == .exact {
        wordClass.add(member[0])
      } else if member.isEmpty {
        complain(start, "a member of the class is empty")
      } else {
        wordClass.phrases.append(member)
      }
    }
  }

  private mutating func readSection(_ start: Int, _ end: Int) -> (Int?, Float) {
    guard bytes[end - 1] == UInt8(ascii: "]") else {
      complain(end - 1, "the section has no closing ]")
      return (nil, 1)
    }
    let parts = bytes[start + 1..<end - 1].split(separator: 0x20)
    guard let first = parts.first else {
      complain(start, "the section has no label")
      return (nil, 1)
    }
    var weight: Float = 1
    if parts.count > 1 {
      guard let number = Float(String(decoding: parts[1], as: UTF8.self)), number.isFinite else {
        complain(parts[1].startIndex, "the weight is no number")
        return (nil, 1)
      }
      weight = number
    }
    let name = String(decoding: first, as: UTF8.self)
    let number = labelNumbers[name] ?? labels.count
    if number == labels.count {
      labels.append(name)
      labelNumbers[name] = number
    }
    return (number, weight)
  }

  private mutating func readPhrase(_ start: Int, _ end: Int, label: Int, weight: Float, file: Int) {
    var weight = weight
    var end = end
    if let colon = bytes[start..<end].lastIndex(of: UInt8(ascii: ":")) {
      let digits = bytes[colon + 1..<end].filter { $0 != 0x20 }
      guard let number = Float(String(decoding: digits, as: UTF8.self)), number.isFinite else {
        complain(colon + 1, "the weight is no number")
        return
      }
      weight = number
      end = colon
    }
    guard let forms = forms(start, end) else { return }
    for form in forms {
      let isAdded = compiled.add(
        form, classes: classes, label: label, weight: weight, file: file, line: line)
      if !isAdded { return complain(start, "the phrase holds no word to look for") }
    }
  }

  /// Every plain form of the phrase between two offsets; nil, and a problem told, where it is malformed.
  private mutating func forms(_ start: Int, _ end: Int) -> [[Element]]? {
    var reader = PhraseReader(bytes: bytes, index: start, end: end, form: form)
    form = WordForm()  // the reader's buffers are its own, so that none is copied
    defer { form = reader.form }
    var forms: [[Element]] = [[]]
    var group: Group?
    while let part = reader.next() {
      var choices: [[Element]]
      switch part {
      case .problem(let message):
        complain(reader.index, message)
        return nil
      case .open:
        group = Group(before: forms)
        forms = [[]]
        continue
      case .bar:
        group?.alternatives += forms
        forms = [[]]
        continue
      case .close(let isOptional):
        guard var closed = group else { return nil }
        closed.alternatives += forms
        forms = closed.before
        group = nil
        choices = joined(closed.alternatives) + (isOptional ? [[]] : [])
      case .element(let element): choices = [[element]]
      case .alternatives(let words): choices = [[anonymousClass(words)]]
      case .reference(let key):
        guard let number = classNumbers[key] else {
          complain(reader.index, "no class of this name is defined above")
          return nil
        }
        choices = classes[number].phrases
        if !classes[number].words.isEmpty {
          choices.append([Element(kind: .wordClass, value: UInt64(number))])
        }
      }
      if choices.count == 1 {
        for index in forms.indices { forms[index] += choices[0] }
      } else {
        forms = forms.flatMap { form in choices.map { form + $0 } }
      }
      guard forms.count <= Self.mostForms else {
        complain(start, "the phrase has more than \(Self.mostForms) forms")
        return nil
      }
    }
    guard group == nil else {
      complain(end, "the group has no closing )")
      return nil
    }
    return checked(forms, start)
  }

  /// What stands before a group, and the group's alternatives so far.
  private struct Group {
    var before: [[Element]]
    var alternatives: [[Element]] = []
  }

  /// The alternatives of a group, those of one word made one class.
  private mutating func joined(_ alternatives: [[Element]]) -> [[Element]] {
    let words = alternatives.filter {
      $0.count == 1 && ($0[0].kind == .stem || $0[0].kind == .exact)
    }
    guard words.count > 1 else { return alternatives }
    let others = alternatives.filter {
      $0.count != 1 || ($0[0].kind != .stem && $0[0].kind != .exact)
    }
    return others + [[anonymousClass(words.map { $0[0] })]]
  }

  private mutating func checked(_ forms: [[Element]], _ start: Int) -> [[Element]]? {
    for form in forms {
      let gaps = form.indices.filter { form[$0].kind == .gap }
      let isFenced = form.first?.kind != .gap && form.last?.kind != .gap
      let isSingle = gaps.allSatisfy { $0 == 0 || form[$0 - 1].kind != .gap }
      if gaps.count > 2 || !isFenced || !isSingle {
        complain(start, "`..` stands between words, twice at most")
        return nil
      }
    }
    return forms
  }

  private mutating func anonymousClass(_ words: [Element]) -> Element {
    let number = classes.count
    var wordClass = WordClass(number: number)
    for word in words {
      compiled.addMember(word, to: number)
      wordClass.add(word)
    }
    classes.append(wordClass)
    return Element(kind: .wordClass, value: UInt64(number))
  }
}
