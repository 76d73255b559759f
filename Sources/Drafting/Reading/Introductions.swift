import Language

/// Finds people as notes introduce them, `Dana Wu (head of operations)`, so that "Dana" and "DW" are known later on.
enum Introductions {
  static func read(_ layout: inout NoteLayout, texts: [TokenizedText]) {
    for (index, passage) in layout.passages.enumerated() {
      if case .heading = passage.form { continue }
      let text = texts[index]
      for run in ProperNames.runs(in: 0..<text.tokens.count, of: text)
      where (1...3).contains(run.count) {
        let bytes = text.bytes(of: run)
        guard let remark = remark(behind: bytes.upperBound, in: text.utf8) else { continue }
        let role = String(decoding: text.utf8[remark], as: UTF8.self)
        guard isRole(remark, text.utf8), run.count > 1 || isKnown(text.text(of: run), in: layout)
        else { continue }
        layout.introduce(text.text(of: run), alias: nil, role: role)
      }
    }
  }

  private static func isKnown(_ name: String, in layout: NoteLayout) -> Bool {
    layout.participants.contains {
      $0.name.lowercased() == name.lowercased()
        || $0.name.lowercased().hasPrefix(name.lowercased() + " ")
    }
  }

  /// The brackets right behind a name.
  private static func remark(behind end: Int, in utf8: [UInt8]) -> Range<Int>? {
    guard end + 2 < utf8.count, utf8[end] == 0x20, utf8[end + 1] == 0x28,
      let close = utf8[(end + 2)..<min(utf8.count, end + 60)].firstIndex(of: 0x29)
    else { return nil }
    return end + 2..<close
  }

  /// A role begins in lower case or is an abbreviation, and holds no figures and few commas.
  private static func isRole(_ range: Range<Int>, _ utf8: [UInt8]) -> Bool {
    let bytes = utf8[range]
    guard !bytes.isEmpty, !bytes.contains(where: Bytes.isDigit) else { return false }
    return bytes.count { $0 == 0x2C } <= 1
  }
}
