import Evidence
import Foundation
import Markup
import TestSupport
import Testing

/// Words of generated documents name their lines; the flows must agree, and must have every word.
@Suite struct LinePropertyTests {
  /// How many documents are tried: 20,000, or `PROPERTY_DOCUMENTS`.
  private static let documents =
    ProcessInfo.processInfo.environment["PROPERTY_DOCUMENTS"].flatMap { UInt64($0) } ?? 20_000

  @Test(.timeLimit(.minutes(10))) func everyWordTellsItsOwnLineAndNoneIsLost() {
    var words = 0
    var wrong: [String] = []
    for seed in 0..<Self.documents {
      let writer = DocumentWriter(seed: seed)
      let document = MarkupDocument(parsing: SourceText(name: "n.md", bytes: writer.text))
      var found: [String] = []
      for index in document.elements.indices {
        let flow = document.flow(of: index)
        for word in Self.words(of: flow) {
          found.append(word.text)
          if word.line != word.named {
            wrong.append("seed \(seed): \(word.text) said to be on line \(word.line)")
          }
          if !document.elements[index].lines.contains(word.named) {
            wrong.append(
              "seed \(seed): \(word.text) outside lines \(document.elements[index].lines)")
          }
        }
      }
      words += found.count
      let seen = Set(found)
      let expected = Set(writer.visible)
      if found.filter(expected.contains) != writer.visible {
        let lost = writer.visible.filter { !seen.contains($0) }
        wrong.append("seed \(seed): lost or out of order \(lost)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20).joined(separator: "\n"))")
    #expect(words > 20 * Int(Self.documents))
    print("\(words) words in \(Self.documents) documents, \(wrong.count) wrong")
  }

  /// The words `w12x3z` of a flow, the line they name and the line the flow tells for them.
  static func words(of flow: FlowText) -> [(text: String, named: Int, line: Int)] {
    var words: [(String, Int, Int)] = []
    let bytes = flow.utf8
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "w") else {
        index += 1
        continue
      }
      var end = index + 1
      var named = 0
      while end < bytes.count, (0x30...0x39).contains(bytes[end]) {
        named = named * 10 + Int(bytes[end] - 0x30)
        end += 1
      }
      guard end > index + 1, end + 1 < bytes.count, bytes[end] == UInt8(ascii: "x") else {
        index += 1
        continue
      }
      end += 1
      while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
      if end < bytes.count, bytes[end] == UInt8(ascii: "z") { end += 1 }
      words.append((flow.text(index..<end), named, flow.line(at: index)))
      index = end
    }
    return words
  }
}
