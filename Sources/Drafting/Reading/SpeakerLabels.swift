import Evidence
import Markup

/// Tells labels before a colon apart: speakers, mail headers, question and answer marks, keys.
///
/// A name before a colon is a speaker when it comes with a time, or comes again; a key comes once.
struct SpeakerLabels {
  /// The lines of a mail's head.
  enum MailKey: String {
    case from, to, date, subject
  }

  /// What a label is.
  enum Role {
    case mailHeader(MailKey)
    case question, answer, speaker, key
  }

  private static let mailKeys: [String: MailKey] = [
    "from": .from, "to": .to, "cc": .to, "bcc": .to, "sent": .date, "date": .date,
    "subject": .subject, "re": .subject,
    "von": .from, "an": .to, "gesendet": .date, "datum": .date, "betreff": .subject,
    "de": .from, "à": .to, "envoyé": .date, "objet": .subject, "da": .from, "inviato": .date,
    "oggetto": .subject, "asunto": .subject, "enviado": .date,
  ]
  private static let questionLabels: Set<String> = ["q", "question", "frage", "f"]
  private static let answerLabels: Set<String> = ["a", "answer", "antwort"]

  private var counts: [String: Int] = [:]
  private var timed: Set<String> = []
  private var hasMail = false
  private var hasAnswers = false
  private let lexicon: Lexicon

  /// Counts the labels of every line of `document`.
  init(of document: MarkupDocument, lexicon: Lexicon) {
    self.lexicon = lexicon
    var keys: Set<String> = []
    for (index, element) in document.elements.enumerated() where element.kind == .paragraph {
      let flow = document.flow(of: index)
      let strong = flow.spans.filter { $0.style == .strong }.map(\.range)
      for line in Bytes.lines(of: 0..<flow.utf8.count, in: flow.utf8) {
        let next = strong.partitioningIndex { $0.lowerBound >= line.lowerBound }
        let span = strong[next...].first.flatMap { line.contains($0.lowerBound) ? $0 : nil }
        guard let label = LineShapes.label(of: line, in: flow.utf8, strong: span) else { continue }
        let key = Self.key(label, flow.utf8)
        counts[key, default: 0] += 1
        keys.insert(key)
        if label.time != nil { timed.insert(key) }
      }
    }
    hasMail = keys.contains { Self.mailKeys[$0] == .from }
    hasAnswers = !keys.isDisjoint(with: Self.answerLabels)
  }

  /// What `label` is in this note.
  func role(of label: LineLabel, in bytes: [UInt8]) -> Role {
    let key = Self.key(label, bytes)
    if hasMail, let mail = Self.mailKeys[key] { return .mailHeader(mail) }
    if hasAnswers, Self.questionLabels.contains(key) { return .question }
    if hasAnswers, Self.answerLabels.contains(key) { return .answer }
    if label.time != nil || timed.contains(key) { return .speaker }
    let words = Bytes.wordCount(label.label, in: bytes)
    let isName = words <= 3 && !bytes[label.label].contains(where: Bytes.isDigit)
    guard isName, counts[key, default: 0] >= 2,
      lexicon.fieldNames(of: Array(bytes[label.label])).isEmpty,
      lexicon.sectionKinds(of: Array(bytes[label.label])).isEmpty
    else { return .key }
    return .speaker
  }

  private static func key(_ label: LineLabel, _ bytes: [UInt8]) -> String {
    Bytes.text(label.label, in: bytes).lowercased()
  }

  /// `Dana Wu (COO) <dana@example.com>` as name and role.
  static func nameAndRole(_ range: Range<Int>, in bytes: [UInt8]) -> (String, String?) {
    var end = range.upperBound
    var role: String?
    // An address behind the name, of which mark-up may have taken the brackets.
    if let at = bytes[range].firstIndex(of: 0x40),
      let space = bytes[range.lowerBound..<at].lastIndex(of: 0x20)
    {
      end = space
    }
    for index in range.lowerBound..<end where [0x3C, 0x28, 0x5B, 0x2C].contains(bytes[index]) {
      end = index
      if bytes[index] == 0x28, let close = bytes[index..<range.upperBound].firstIndex(of: 0x29) {
        role = Bytes.text(index + 1..<close, in: bytes)
      }
      break
    }
    return (Bytes.text(Bytes.trimmed(range.lowerBound..<end, in: bytes), in: bytes), role)
  }

  /// The name in `On …, NAME wrote:`; the name is what stands last before the verb with capitals.
  static func attributedName(_ line: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    let trimmed = Bytes.trimmed(line, in: bytes)
    guard
      let verb = ["wrote:", "schrieb:", "a écrit :", "a écrit:", "writes:"].lazy.map({
        Array($0.utf8)
      })
      .first(where: {
        bytes[trimmed].count > $0.count + 4 && bytes[trimmed].suffix($0.count).elementsEqual($0)
      })
    else { return nil }
    var end = trimmed.upperBound - verb.count
    while end > trimmed.lowerBound, Bytes.isSpace(bytes[end - 1]) { end -= 1 }
    if end > trimmed.lowerBound, bytes[end - 1] == 0x3E,
      let open = bytes[trimmed.lowerBound..<end].lastIndex(of: 0x3C)
    {
      end = Bytes.trimmed(trimmed.lowerBound..<open, in: bytes).upperBound
    }
    var start = end
    while start > trimmed.lowerBound {
      let byte = bytes[start - 1]
      guard
        Bytes.isWord(byte) && !Bytes.isDigit(byte) || byte == 0x20 || byte == 0x2E || byte == 0x27
          || byte == 0x2D
      else { break }
      start -= 1
    }
    let name = Bytes.trimmed(start..<end, in: bytes)
    return name.isEmpty || name.count > 40 ? nil : name
  }
}
