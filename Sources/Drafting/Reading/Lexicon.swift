import Language
import PostmortemModel

/// The vocabulary as drafting uses it: what each of its labels stands for.
struct Lexicon: Sendable {
  /// What a label of the vocabulary speaks of.
  enum Topic: Hashable, Sendable {
    case cause(CauseCategory)
    case signal(SignalKind)
    case department(Department)
    case role(String)
    case field(String)
    case section(String)
    /// What stands beside names, such as `rival-before`.
    case name(String)
    case other(String)
  }

  /// What sentences say: causes, warnings, departments, roles.
  private let cues: Vocabulary
  /// How keys, headings and questions name what they hold.
  private var names: Vocabulary
  /// What a company's own phrases say.
  private var companyCues: Vocabulary?
  /// The trades that customers are in.
  private let trades: Vocabulary
  /// Tells how what a text says stands: asserted, denied, supposed.
  let modality = ModalityReader()
  /// Words by which names are known for what they are.
  let knownNames: KnownNames
  /// What each label of either stands for, by its number.
  private let cueTopics: [Topic]
  private var companyTopics: [Topic] = []
  private var nameTopics: [Topic]

  /// The files that hold names; all others hold cues, and classes serve both.
  private static let tradeFile = "vocabulary/trades.txt"
  private static let lists = [
    "given-names", "places", "towns", "everyday-tools", "ordinary-words", "small-words",
  ].map { "vocabulary/\($0).txt" }
  private static let nameFiles = ["vocabulary/fields.txt", "vocabulary/headings.txt"]

  /// Reads vocabulary files whose labels are written `namespace/name`.
  init(_ files: [VocabularyFile]) {
    names = Vocabulary(Self.classes(files) + Self.names(files))
    func list(_ name: String) -> WordSet {
      WordSet(list: files.first { $0.name == "vocabulary/\(name).txt" }?.utf8 ?? [])
    }
    knownNames = KnownNames(
      people: list("given-names"), places: list("places"), towns: list("towns"),
      tools: list("everyday-tools"), ordinary: list("ordinary-words"), small: list("small-words"))
    let apart = Self.nameFiles + [Self.tradeFile] + Self.lists
    cues = Vocabulary(files.filter { !apart.contains($0.name) })
    trades = Vocabulary(files.filter { $0.name == Self.tradeFile })
    cueTopics = cues.labels.map(Self.topic(of:))
    nameTopics = names.labels.map(Self.topic(of:))
  }

  /// Adds a company's words to what was read from `files`; only what they change is read again.
  mutating func add(_ company: CompanyVocabulary, to files: [VocabularyFile]) {
    let classes = Self.classes(files)
    let cues = Vocabulary(classes + [company.cues])
    companyCues = cues
    companyTopics = cues.labels.map(Self.topic(of:))
    guard !company.names.utf8.isEmpty else { return }
    names = Vocabulary(classes + Self.names(files) + [company.names])
    nameTopics = names.labels.map(Self.topic(of:))
  }

  private static func classes(_ files: [VocabularyFile]) -> [VocabularyFile] {
    files.filter { $0.name.hasSuffix("classes.txt") }
  }

  private static func names(_ files: [VocabularyFile]) -> [VocabularyFile] {
    files.filter { nameFiles.contains($0.name) }
  }

  /// All labels, as they are written.
  var labels: [String] { cues.labels + names.labels }

  /// What was wrong with a company's words.
  var companyProblems: [VocabularyProblem] {
    names.problems + (companyCues?.problems ?? [])
  }

  private static func topic(of label: String) -> Topic {
    guard let slash = label.utf8.firstIndex(of: 0x2F) else { return .other(label) }
    let name = String(label[label.index(after: slash)...])
    switch label[..<slash] {
    case "cause": return .cause(CauseCategory(rawValue: name))
    case "signal": return SignalKind(rawValue: name).map(Topic.signal) ?? .other(label)
    case "dept": return .department(Department(rawValue: name))
    case "role": return .role(name)
    case "field": return .field(name)
    case "section": return .section(name)
    case "name": return .name(name)
    default: return .other(label)
    }
  }

  /// The phrases in `text` that say something, in order, each with what it speaks of, and whether it is a company's own.
  func cues(in text: TokenizedText) -> [(topic: Topic, match: PhraseMatch, isOwn: Bool)] {
    let found = cues.matches(in: text).map { (cueTopics[$0.label.index], $0, false) }
    guard let companyCues else { return found }
    let own = companyCues.matches(in: text).map { (companyTopics[$0.label.index], $0, true) }
    if own.isEmpty { return found }
    return (own + found).sorted { $0.1.tokens.lowerBound < $1.1.tokens.lowerBound }
  }

  /// The phrases in `text` that name a fact, in order.
  func namedFacts(in text: TokenizedText) -> [(name: String, match: PhraseMatch)] {
    names.matches(in: text).compactMap {
      if case .field(let name) = nameTopics[$0.label.index] { (name, $0) } else { nil }
    }
  }

  /// The phrases in `text` that tell a trade, each with the trade that it tells.
  func trades(in text: TokenizedText) -> [(trade: String, tokens: Range<Int>)] {
    trades.matches(in: text).map { match in
      let label = trades.name(of: match.label)
      let name = label.utf8.firstIndex(of: 0x2F).map { label[label.index(after: $0)...] } ?? ""
      return (String(name.map { $0 == "-" ? " " : $0 }), match.tokens)
    }
  }

  /// Whether the word is one of those that people are called by.
  func isGivenName(_ token: Token) -> Bool { knownNames.people.contains(token) }

  /// What a key, a heading of a form or a whole question asks for, strongest first.
  func fieldNames(of text: [UInt8]) -> [String] {
    names(in: text) { if case .field(let name) = $0 { name } else { nil } }
  }

  /// What a heading says its section holds, strongest first.
  func sectionKinds(of title: [UInt8]) -> [String] {
    names(in: title) { if case .section(let name) = $0 { name } else { nil } }
  }

  /// What a heading says in a company's own words.
  func companySectionKind(of title: [UInt8]) -> String? {
    guard companyCues != nil else { return nil }
    for match in names.matches(in: TokenizedText(title))
    where names.origin(of: match).file == CompanyVocabulary.nameFile {
      if case .section(let name) = nameTopics[match.label.index] { return name }
    }
    return nil
  }

  /// The names that `pick` takes from the matches in `text`, by their summed weight, longest match first.
  private func names(in text: [UInt8], _ pick: (Topic) -> String?) -> [String] {
    var sums: [(name: String, weight: Double)] = []
    for match in names.matches(in: TokenizedText(text)) {
      guard let name = pick(nameTopics[match.label.index]) else { continue }
      let weight = match.weight * Double(match.tokens.count)
      if let known = sums.firstIndex(where: { $0.name == name }) {
        sums[known].weight += weight
      } else {
        sums.append((name, weight))
      }
    }
    return sums.sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }.map(\.name)
  }
}

extension Lexicon {
  /// What a table's column holds by its header: `owner`, `due`, `date`, and so on.
  func columnName(of header: [UInt8]) -> String? { fieldNames(of: header).first }
}
