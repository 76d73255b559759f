import Evidence

/// Text that was written with escapes, which can spell what `SourceText` has removed from the file itself.
enum EscapedText {
  /// Returns `text` without NUL and without over-long runs of combining marks.
  static func clean(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 && $0 != 0 }
    return isPlain ? text : clean(Array(text.utf8))
  }

  /// Returns `bytes` as text, without NUL and without over-long runs of combining marks.
  static func clean(_ bytes: [UInt8]) -> String {
    // A byte order mark inside a value is a character of it; only at a file's start does it say nothing.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = SourceText(name: "", bytes: bytes.starts(with: mark) ? mark + bytes : bytes)
    return String(decoding: text.utf8, as: UTF8.self)
  }
}
