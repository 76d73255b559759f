import Answers
public import Evidence
import Markup

/// Tells whether a note says of itself that it is not finished.
public enum DraftMark {
  /// Whether the front matter of `note` has the property `draft: true`.
  public static func stands(in note: SourceText) -> Bool {
    guard let frontMatter = FrontMatter(of: note), !frontMatter.inside.isEmpty else { return false }
    let sheet = AnswerSheet(readingFrontMatter: note, lines: ClosedRange(frontMatter.inside))
    return sheet.records.flatMap(\.answers).contains { answer in
      answer.path.map { $0.lowercased() } == ["draft"]
        && ["true", "yes"].contains(answer.text.lowercased())
    }
  }
}
