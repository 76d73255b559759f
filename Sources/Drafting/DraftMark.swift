public import Evidence

/// Tells whether a note says of itself that it is not finished.
public enum DraftMark {
  /// Whether the front matter of `note` has a line `draft: true`.
  public static func stands(in note: SourceText) -> Bool {
    guard note.text(note.range(ofLine: 1)) == "---", note.lineCount > 1 else { return false }
    for line in 2...min(note.lineCount, 200) {
      let bytes = note.utf8[note.range(ofLine: line)]
      if bytes.elementsEqual("---".utf8) || bytes.elementsEqual("...".utf8) { return false }
      let words = bytes.filter { !Bytes.isSpace($0) }.map(Bytes.lowercased)
      if words.elementsEqual("draft:true".utf8) || words.elementsEqual("draft:yes".utf8) {
        return true
      }
    }
    return false
  }
}
