import Evidence
import Language
import PostmortemModel
import Settings

/// The words that a company's settings add to the vocabulary, as files of the vocabulary's own form.
struct CompanyVocabulary: Sendable {
  /// What a file is made of, with the word that each line comes from.
  private struct Sheet: Sendable {
    var lines: [String] = []
    var origins: [CompanySettings.Word?] = []

    mutating func add(_ line: String, from origin: CompanySettings.Word? = nil) {
      lines.append(line)
      origins.append(origin)
    }

    func file(_ name: String) -> VocabularyFile {
      VocabularyFile(name: name, text: lines.joined(separator: "\n"))
    }
  }

  /// What is wrong with the words by themselves.
  private(set) var findings: [Finding] = []
  private var cueSheet = Sheet()
  private var nameSheet = Sheet()
  private let source: String

  private static let cueFile = "cues"
  static let nameFile = "names"

  /// What sentences say.
  var cues: VocabularyFile { cueSheet.file(Self.cueFile) }
  /// How keys and headings name what they hold.
  var names: VocabularyFile { nameSheet.file(Self.nameFile) }

  /// Gathers the words of `settings`; `known` are the labels of the vocabulary that they add to.
  init(_ settings: CompanySettings, known: [String]) {
    source = settings.source
    for category in settings.categories where !category.phrases.isEmpty {
      addPhrases(category.phrases, under: "cause/\(category.id.text)")
    }
    for category in settings.ownCategories {
      let names = [category.id] + [category.label].compactMap(\.self)
      addPlain(names, under: "cause/\(category.id.text)")
    }
    for team in settings.departments where !team.names.isEmpty {
      addPlain(team.names, under: "dept/\(team.id.text)")
    }
    let sections = Self.names("section/", in: known)
    for group in settings.headings {
      check(group.name, group.name.text, among: sections, "heading")
      nameSheet.add("[section/\(group.name.text) 3]")
      for word in group.words { addPlain(word, to: \.nameSheet) }
    }
    let own =
      settings.ownCategories.map { "cause/\($0.id.text)" }
      + settings.ownDepartments.map { "dept/\($0.rawValue)" }
    let prefixes = ["cause/", "signal/", "role/", "field/", "dept/", "stance/"]
    let labels =
      own + ["stance/denied", "stance/supposed"]
      + known.filter { label in prefixes.contains { label.utf8.starts(with: $0.utf8) } }
    for group in settings.vocabulary {
      check(group.name, group.name.text, among: labels, "label of the vocabulary")
      let isField = group.name.text.utf8.starts(with: "field/".utf8)
      addPhrases(group.words, under: group.name.text, isName: isField)
    }
    for category in settings.categories where !category.phrases.isEmpty {
      check(category.id, "cause/\(category.id.text)", among: labels, "cause with phrases")
    }
  }

  /// The problems of reading the words, each at the word that it is about.
  func findings(_ problems: [VocabularyProblem]) -> [Finding] {
    problems.compactMap { problem in
      let sheet =
        problem.file == Self.cueFile ? cueSheet : problem.file == Self.nameFile ? nameSheet : nil
      guard let sheet, sheet.origins.indices.contains(problem.line - 1),
        let word = sheet.origins[problem.line - 1]
      else { return nil }
      return Finding(
        "config-phrase", .error,
        "“\(word.text)” cannot be looked for: \(problem.message); write plain words", in: source,
        at: word.position)
    }
  }

  // MARK: Words

  private static func names(_ prefix: String, in labels: [String]) -> [String] {
    labels.filter { $0.utf8.starts(with: prefix.utf8) }.map { String($0.dropFirst(prefix.count)) }
  }

  private mutating func check(
    _ word: CompanySettings.Word, _ name: String, among known: [String], _ what: String
  ) {
    guard !known.contains(name) else { return }
    let hint = NearestName.hint(name, among: known)
    let advice = hint.isEmpty ? "; docs/configuration.md lists those there are" : hint
    tell("config-unknown-key", "No \(what) is called `\(word.text)`\(advice)", at: word)
  }

  /// Phrases in the vocabulary's own language.
  private mutating func addPhrases(
    _ phrases: [CompanySettings.Word], under label: String, isName: Bool = false
  ) {
    let header = isName ? "[\(label) 1.5]" : "[\(label) 2]"
    let sheet: WritableKeyPath<Self, Sheet> = isName ? \.nameSheet : \.cueSheet
    self[keyPath: sheet].add(header)
    for phrase in phrases {
      let bytes = Array(phrase.text.utf8)
      if bytes.first == UInt8(ascii: "[") || bytes.starts(with: "//".utf8)
        || bytes.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: "=") })
      {
        tell(
          "config-phrase",
          "“\(phrase.text)” cannot be looked for; write plain words of one sentence", at: phrase)
      } else {
        self[keyPath: sheet].add(phrase.text, from: phrase)
      }
    }
  }

  private mutating func addPlain(_ words: [CompanySettings.Word], under label: String) {
    cueSheet.add("[\(label) 2]")
    for word in words { addPlain(word, to: \.cueSheet) }
  }

  /// Words as they are: whatever has a meaning in phrases has none here.
  private mutating func addPlain(
    _ word: CompanySettings.Word, to sheet: WritableKeyPath<Self, Sheet>
  ) {
    let bytes = word.text.utf8.map { byte in
      Bytes.isDigit(byte) || Bytes.isUpper(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
        || byte == UInt8(ascii: "'") ? byte : 0x20
    }
    guard bytes.contains(where: { $0 != 0x20 && $0 != UInt8(ascii: "'") }) else {
      return tell("config-phrase", "“\(word.text)” holds no word to look for", at: word)
    }
    self[keyPath: sheet].add(String(decoding: bytes, as: UTF8.self), from: word)
  }

  private mutating func tell(_ id: String, _ message: String, at word: CompanySettings.Word) {
    findings.append(Finding(id, .error, message, in: source, at: word.position))
  }
}
