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
    case other(String)
  }

  let vocabulary: Vocabulary
  /// What each label stands for, by its number.
  private let topics: [Topic]

  /// Takes a vocabulary whose labels are written `namespace/name`.
  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    topics = vocabulary.labels.map(Self.topic(of:))
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
    default: return .other(label)
    }
  }

  /// What a match speaks of.
  func topic(of match: PhraseMatch) -> Topic { topics[match.label.index] }

  /// What a key, a heading of a form or a whole question asks for, strongest first.
  func fieldNames(of text: [UInt8]) -> [String] {
    names(in: text) { if case .field(let name) = $0 { name } else { nil } }
  }

  /// What a heading says its section holds, strongest first.
  func sectionKinds(of title: [UInt8]) -> [String] {
    names(in: title) { if case .section(let name) = $0 { name } else { nil } }
  }

  /// The names that `pick` takes from the matches in `text`, by their summed weight, longest match first.
  private func names(in text: [UInt8], _ pick: (Topic) -> String?) -> [String] {
    var sums: [(name: String, weight: Double)] = []
    for match in vocabulary.matches(in: TokenizedText(text)) {
      guard let name = pick(topic(of: match)) else { continue }
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
