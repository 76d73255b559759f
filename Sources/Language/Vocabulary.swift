/// Phrases, each under a label and with a weight, that are looked for in texts.
///
/// A file is read line by line:
///
/// ```
/// // A comment: a line of its own.
/// {left} = left | quit | resigned | moved on     a class: words and phrases that mean the same
/// [cause/champion-loss 2]                        a section: its label, and its phrases' weight (1 where none is given)
/// our champion {left}                            a phrase; words match by stem: `leave` matches `leaving`
/// lost|losing (our)? sponsor : 3                 alternatives, an optional part, a weight of its own
/// (went|was sent) back to paper                  alternatives of several words
/// nobody .. since "left"                         up to four words between; an exact word
/// # seats out of # *                             any number; any one word
/// "who needs to know"                            exact words
/// ```
///
/// A class may name classes that are defined above it. Hyphens, capitals and accents do not matter. A phrase stands
/// within a sentence; only `..` reaches over commas and brackets. Each phrase is filed under its rarest word, so a text
/// costs time for the phrases that it may hold, not for all.
public final class Vocabulary: Sendable {
  /// The labels, in the order in which the files name them.
  public let labels: [String]
  /// The lines that could not be used.
  public let problems: [VocabularyProblem]

  let compiled: CompiledPhrases
  private let files: [String]

  /// Reads `files`; lines that cannot be used are told in ``problems`` and left out.
  public init(_ files: [VocabularyFile]) {
    var parser = VocabularyParser()
    parser.reserve(bytes: files.reduce(0) { $0 + $1.utf8.count })
    for file in files { parser.readClasses(file) }
    for (number, file) in files.enumerated() { parser.readPhrases(file, number: number) }
    parser.layOut()
    labels = parser.labels
    problems = parser.problems.sorted {
      ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column)
    }
    compiled = parser.compiled
    self.files = files.map(\.name)
  }

  /// How many phrases there are; a line counts more than once where it is filed under several words.
  public var phraseCount: Int { compiled.variants.count }

  /// The label as it is written, such as `cause/product-gap`.
  public func name(of label: LabelID) -> String { labels[label.index] }

  /// The label that is written `name`.
  public func label(_ name: String) -> LabelID? {
    labels.firstIndex(of: name).map { LabelID(index: $0) }
  }

  /// The labels that start with `prefix`, such as `cause/`.
  public func labels(startingWith prefix: String) -> [LabelID] {
    labels.indices.filter { labels[$0].hasPrefix(prefix) }.map { LabelID(index: $0) }
  }

  /// The file and line that a match's phrase comes from.
  public func origin(of match: PhraseMatch) -> (file: String, line: Int) {
    let variant = compiled.variants[match.phrase]
    return (files[Int(variant.file)], Int(variant.line))
  }

  /// The phrases in `text`, in the order in which they start.
  ///
  /// Of matches with one label that lie within each other only the longest is given, with the greatest weight of them.
  public func matches(in text: TokenizedText) -> [PhraseMatch] {
    var matcher = PhraseMatcher(self, text)
    return Self.withoutNested(matcher.run())
  }

  private static func withoutNested(_ found: [PhraseMatch]) -> [PhraseMatch] {
    guard found.count > 1 else { return found }
    var matches = found
    matches.sort {
      ($0.label.index, $0.tokens.lowerBound, -$0.tokens.upperBound, -$0.weight)
        < ($1.label.index, $1.tokens.lowerBound, -$1.tokens.upperBound, -$1.weight)
    }
    var kept = 1
    for match in matches.dropFirst() {
      let last = matches[kept - 1]
      if last.label == match.label, match.tokens.upperBound <= last.tokens.upperBound {
        matches[kept - 1].weight = max(last.weight, match.weight)
      } else {
        matches[kept] = match
        kept += 1
      }
    }
    matches.removeSubrange(kept...)
    matches.sort {
      ($0.tokens.lowerBound, $0.tokens.upperBound, $0.label.index)
        < ($1.tokens.lowerBound, $1.tokens.upperBound, $1.label.index)
    }
    return matches
  }
}
