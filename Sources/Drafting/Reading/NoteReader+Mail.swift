import Markup

extension NoteReader {
  mutating func readMailHeader(
    _ key: SpeakerLabels.MailKey, _ text: Range<Int>, _ flow: FlowText, depth: Int
  ) {
    if key == .from {
      let (name, role) = SpeakerLabels.nameAndRole(text, in: flow.utf8)
      speakers[depth] = layout.participant(named: name, role: role)
      question = nil
    }
    guard !text.isEmpty else { return }
    append(.value(key: key.rawValue), flow, text, speaker: nil, depth: depth)
    if key == .date { layout.mailDates.insert(layout.passages.count - 1) }
  }

  /// `On 4 March 2025 Dana Wu wrote:` names who speaks in the quotation that follows.
  mutating func attribution(
    _ line: Range<Int>, _ flow: FlowText, depth: Int, pending: inout Range<Int>
  ) -> Range<Int>? {
    guard let name = SpeakerLabels.attributedName(line, in: flow.utf8) else { return nil }
    flush(pending, flow, depth: depth)
    let speaker = layout.participant(named: Bytes.text(name, in: flow.utf8), role: nil)
    speakers[depth] = speaker
    if speakers.count == depth + 1 {
      speakers.append(speaker)
    } else {
      speakers[depth + 1] = speaker
    }
    append(.value(key: "date"), flow, line, depth: depth)
    layout.mailDates.insert(layout.passages.count - 1)
    return line.upperBound..<line.upperBound
  }
}
