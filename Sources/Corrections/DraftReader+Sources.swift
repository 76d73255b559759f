import Evidence
import PostmortemModel
import Reporting

extension DraftReader {
  /// What references stand for.
  mutating func readEvidence(_ blocks: [DraftOutline.Block]) {
    for block in blocks {
      guard case .item(let item) = block, let label = item.text.references.first,
        let place = item.text.lead, let excerpt = Self.excerpt(place, quote: item.text.text)
      else {
        leave(block, because: "evidence is written like “[12] **note.md, line 12:** …”")
        continue
      }
      if passages[label] == nil { passages[label] = excerpt }
    }
  }

  private static func excerpt(_ place: String, quote: String) -> Excerpt? {
    if let (file, numbers) = place.cut(atLast: ", lines "),
      let (first, last) = numbers.cut(atFirst: " to "), let line = Int(first),
      let endLine = Int(last)
    {
      return Excerpt(source: file, line: line, endLine: endLine, quote: quote)
    }
    guard let (file, number) = place.cut(atLast: ", line "), let line = Int(number) else {
      return nil
    }
    return Excerpt(source: file, line: line, endLine: line, quote: quote)
  }

  /// What is recorded of the inputs.
  mutating func readSources(_ blocks: [DraftOutline.Block]) {
    for block in blocks {
      guard case .item(let item) = block, let file = item.text.lead,
        let (kind, rest) = item.text.text.cut(atFirst: ", lines: ")
      else {
        leave(block, because: "a source is written like “**note.md:** Notes, lines: 61, SHA-256 …”")
        continue
      }
      let (lines, end) = rest.cut(atFirst: ", SHA-256 ") ?? (rest, "")
      let (digest, more) = end.cut(atFirst: " ") ?? (end, "")
      if let more = more.orNil {
        tell(
          "unread-text",
          "“\(more.excerpt)” was not taken over: Sources says what the report rests on",
          at: item.text.position)
      }
      model.sources.append(
        SourceRecord(
          file: file, kind: word(kind, in: item.text) { Labels.label($0) } ?? .notes,
          sha256: digest, lines: Numbers.whole(lines) ?? 0))
    }
  }

  /// What the sources do not say: a list of fields that is not read, as it follows from the others.
  mutating func readMissing(_ blocks: [DraftOutline.Block]) {
    let labels = Set(Labels.fields.values.map(\.folded))
    for block in blocks {
      if case .paragraph(let text) = block {
        let names = text.whole.utf8.split { $0 == 0x2C || $0 == 0x2E }
        if names.allSatisfy({ labels.contains(String(decoding: $0, as: UTF8.self).folded) }) {
          continue
        }
      }
      leave(block, because: "here stand only the names of fields that are not known")
    }
  }
}
