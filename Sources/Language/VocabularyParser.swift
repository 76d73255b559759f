/// Reads vocabulary files into compiled phrases.
struct VocabularyParser {
  private typealias Element = CompiledPhrases.Element

  /// More optional parts than this could make a phrase slow to look for.
  private static let mostOptionals = 8

  private(set) var labels: [String] = []
  private(set) var problems: [VocabularyProblem] = []
  private(set) var compiled = CompiledPhrases()
  private var classes: [UInt64: Element] = [:]
  private var labelNumbers: [String: Int] = [:]
  private var form = WordForm()
  /// The phrase that is being read.
  private var phrase: [Element] = []

  private var bytes: [UInt8] = []
  private var file = ""
  private var line = 0
  private var lineStart = 0

  /// Makes room for files of `bytes` bytes altogether.
  mutating func reserve(bytes: Int) { compiled.reserve(bytes: bytes) }

  /// Ends reading.
  mutating func layOut() { compiled.layOut() }

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
      if from < end, !bytes[from..<end].starts(with: "//".utf8) { body(&self, from, end) }
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
    guard classes[key] == nil else {
      complain(start, "the class is defined twice")
      return
    }
    // The members are read first: reading one may make classes of its own.
    var members: [[Element]] = []
    var from = sign + 1
    while from < end {
      let bar = bytes[from..<end].firstIndex(of: UInt8(ascii: "|")) ?? end
      if parse(from, bar) { members.append(phrase) }
      from = bar + 1
    }
    var isComplete = true
    let opening = compiled.classes.open()
    for member in members where !compiled.classes.add(member[...]) { isComplete = false }
    classes[key] = compiled.classes.close(opening)
    if !isComplete { complain(start, "a member of the class is empty or stands for too much") }
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
      guard let number = self.weight(parts[1].startIndex, parts[1].endIndex) else {
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
    var end = end
    var weight = weight
    if let colon = bytes[start..<end].lastIndex(of: UInt8(ascii: ":")) {
      guard let number = self.weight(colon + 1, end) else {
        complain(colon + 1, "the weight is no number")
        return
      }
      weight = number
      end = colon
    }
    guard parse(start, end), isBounded(start) else { return }
    let origin = CompiledPhrases.Origin(label: label, weight: weight, file: file, line: line)
    if !compiled.add(phrase, origin) { complain(start, "the phrase holds no word to look for") }
  }

  /// The decimal number between two offsets, white space around it left out.
  private func weight(_ start: Int, _ end: Int) -> Float? {
    var digits: Float = 0
    var scale: Float = 0
    var isEmpty = true
    for index in start..<end {
      let byte = bytes[index]
      if ByteClass.isDigit(byte) {
        digits = digits * 10 + Float(byte - 0x30)
        scale *= 10
        isEmpty = false
      } else if byte == UInt8(ascii: "."), scale == 0 {
        scale = 1
      } else if byte != 0x20 {
        return nil
      }
    }
    return isEmpty ? nil : digits / max(scale, 1)
  }

  /// Reads the phrase between two offsets into `phrase`; false, and a problem told, where it is malformed.
  private mutating func parse(_ start: Int, _ end: Int) -> Bool {
    var reader = PhraseReader(bytes: bytes, index: start, end: end, form: form)
    form = WordForm()  // the reader's buffers are its own, so that none is copied
    defer { form = reader.form }
    phrase.removeAll(keepingCapacity: true)
    var group: Int?
    var bars: [Int] = []
    while let part = reader.next() {
      switch part {
      case .problem(let message):
        complain(reader.index, "\(message)")
        return false
      case .element(let element): phrase.append(element)
      case .stem, .exact:
        guard let word = word(part) else { return false }
        if reader.takesBar() {
          guard let wordClass = alternatives(to: word, &reader) else { return false }
          phrase.append(wordClass)
        } else {
          phrase.append(word)
        }
      case .reference(let key):
        guard let element = classes[key] else {
          complain(reader.index, "no class of this name is defined above")
          return false
        }
        phrase.append(element)
      case .open:
        group = phrase.count
        bars.removeAll(keepingCapacity: true)
      case .bar:
        guard group != nil else {
          complain(reader.index, "a word is missing or a mark has no meaning here")
          return false
        }
        bars.append(phrase.count)
      case .close:
        guard let from = group else { return false }
        group = nil
        guard close(from, bars, isOptional: reader.takesQuestionMark()) else {
          complain(reader.index, "an alternative of the group is empty or stands for too much")
          return false
        }
      }
    }
    if group != nil { complain(end, "the group has no closing )") }
    return group == nil
  }

  /// The element of one word that `part` is.
  private mutating func word(_ part: PhraseReader.Part) -> Element? {
    switch part {
    case .stem(let stem):
      Element(kind: .stem, value: compiled.classes.numbers.number(stem: stem))
    case .exact(let key):
      Element(kind: .exact, value: compiled.classes.numbers.number(exact: key))
    default: nil
    }
  }

  /// The class of the words that `|` joins to `first`, without spaces.
  private mutating func alternatives(to first: Element, _ reader: inout PhraseReader) -> Element? {
    var words = [first]
    repeat {
      guard let part = reader.next(), let word = word(part) else {
        complain(reader.index, "a word is missing or a mark has no meaning here")
        return nil
      }
      words.append(word)
    } while reader.takesBar()
    let opening = compiled.classes.open()
    for index in words.indices { _ = compiled.classes.add(words[index...index]) }
    return compiled.classes.close(opening)
  }

  /// Makes one element of the group that starts at `from`; false where an alternative cannot be one.
  private mutating func close(_ from: Int, _ bars: [Int], isOptional: Bool) -> Bool {
    let count = phrase.count - from
    if bars.isEmpty, !isOptional || count == 1 {
      if isOptional { phrase[from].isOptional = true }
      return count > 0
    }
    var isComplete = true
    let opening = compiled.classes.open()
    var start = from
    for bar in bars + [phrase.count] {
      if !compiled.classes.add(phrase[start..<bar]) { isComplete = false }
      start = bar
    }
    var wordClass = compiled.classes.close(opening)
    wordClass.isOptional = isOptional
    phrase.removeSubrange(from...)
    phrase.append(wordClass)
    return isComplete
  }

  private mutating func isBounded(_ start: Int) -> Bool {
    if phrase.count(where: \.isOptional) > Self.mostOptionals {
      complain(start, "the phrase has more than \(Self.mostOptionals) optional parts")
      return false
    }
    var gaps = 0
    var previous: Element.Kind? = .gap
    for element in phrase {
      if element.kind == .gap {
        gaps += 1
        if previous == .gap { gaps = .max / 2 }
      }
      previous = element.kind
    }
    guard gaps > 2 || (gaps > 0 && previous == .gap) else { return true }
    complain(start, "`..` stands between words, twice at most")
    return false
  }
}
