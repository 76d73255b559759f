import Evidence
import Foundation
import Markup
import TestSupport
import Testing

/// Nothing of a note is lost: each word of the source is in a flow, on its line.
///
/// A word is a run of ASCII letters and digits. Not text, and therefore elsewhere or nowhere: link destinations and
/// titles (in spans), the words after a code fence (in the element's kind), the label of a reference (in the definition's
/// flow), the numbers of list items, the `x` of a task box, and the names of entities.
@Suite(.enabled(if: Repository.payloads != nil)) struct ConservationTests {
  @Test(arguments: [
    "cmark-tests/at-0.30.2/spec.txt", "cmark-tests/spec.txt", "cmark-tests/regression.txt",
  ])
  func examplesOfTheSpecificationKeepTheirWords(_ path: String) throws {
    let examples = Self.examples(try Repository.payload(path))
    #expect(examples.count > 20)
    for example in examples { expectAllWords(of: example) }
  }

  @Test func naughtyStringsKeepTheirWords() throws {
    expectAllWords(of: try Repository.payload("blns/blns.txt"))
  }

  @Test(arguments: ["talon-mails", "email-reply-parser"])
  func mailsKeepTheirWords(_ folder: String) throws {
    let root = try #require(Repository.payloads).appendingPathComponent(folder)
    var count = 0
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard let bytes = try? [UInt8](Data(contentsOf: file)) else { continue }
      count += 1
      expectAllWords(of: bytes)
    }
    #expect(count > 20)
  }

  private func expectAllWords(of bytes: [UInt8]) {
    let source = SourceText(name: "n.md", bytes: bytes)
    let document = MarkupDocument(parsing: source)
    var text: [Int: [UInt8]] = [:]
    var elsewhere: Set<String> = []
    for index in document.elements.indices {
      let element = document.elements[index]
      let flow = document.flow(of: index)
      for offset in flow.utf8.indices where Self.isWord(flow.utf8[offset]) {
        text[flow.line(at: offset), default: []].append(flow.utf8[offset])
      }
      switch element.kind {
      case .codeBlock(let info): elsewhere.formUnion(Self.words(Array(info.utf8)[...]))
      case .linkDefinition: elsewhere.formUnion(Self.words(flow.utf8[...]))
      case .item: elsewhere.insert("x")
      default: break
      }
      for span in flow.spans {
        elsewhere.formUnion(Self.words(Array(span.title.utf8)[...]))
        switch span.style {
        case .link(let destination), .image(let destination):
          elsewhere.formUnion(Self.words(Array(destination.utf8)[...]))
        default: break
        }
      }
    }
    for line in 1...max(1, source.lineCount) {
      var rest = (text[line] ?? [])[...]
      for word in Self.words(source.utf8[source.range(ofLine: line)]) {
        if rest.starts(with: word.utf8) {
          rest = rest.dropFirst(word.utf8.count)
        } else if !elsewhere.contains(word) && !elsewhere.contains(word.lowercased()) {
          let isMarker = word.utf8.count < 10 && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
          let context = source.text(source.range(ofLine: line))
          #expect(
            isMarker || context.contains("&") || context.contains("\\"),
            "\(word) of line \(line) is lost: \(context)")
        }
      }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
    bytes.split { !isWord($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The Markdown of the examples in a file of cmark's tests, where tabs are drawn as arrows.
  private static func examples(_ bytes: [UInt8]) -> [[UInt8]] {
    var examples: [[UInt8]] = []
    var example: [Substring]?
    for line in String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("````````````````````````````````"), line.hasSuffix(" example") {
        example = []
      } else if line == ".", let lines = example {
        examples.append(Array(lines.joined(separator: "\n").replacing("→", with: "\t").utf8))
        example = nil
      } else {
        example?.append(line)
      }
    }
    return examples
  }
}
