import Evidence
import Foundation
import Markup
import TestSupport
import Testing

/// Nothing of a note is lost: every visible character is in the document that is read of it.
@Suite struct ConservationTests {
  /// Of our own writing, for where the public suites are absent.
  @Test(arguments: [
    "<Jane Doe> said a<b and c>d", "<Acme Corp>\nleft", "[ref]: /u 'title' x\n[ref] [REF][]",
    "``` info &ouml; words\ncode\n``` no end", "1. one\n22) two\n- [x] done\n- [ ] open",
    "x | y\n-|-\n\\| a | b | c\n", "![alt *text*](/u 'title \"x\"')",
    "&copy; &nope; `&copy;` &#35;",
    "caf\u{E9} \u{1F600} \u{200B}\u{202E}x", "---\nkey: value\n---\n[a]: <b c> (d\ne)\n",
  ])
  func everyCharacterIsKept(_ note: String) {
    #expect(Conservation.losses(of: Array(note.utf8)) == [])
  }

  @Test(
    .enabled(if: Repository.payloads != nil),
    arguments: [
      "cmark-tests/at-0.30.2/spec.txt", "cmark-tests/spec.txt", "cmark-tests/regression.txt",
    ])
  func examplesOfTheSpecificationAreKept(_ path: String) throws {
    let examples = Self.examples(try Repository.payload(path))
    #expect(examples.count > 20)
    for example in examples {
      #expect(Conservation.losses(of: example) == [], "\(String(decoding: example, as: UTF8.self))")
    }
  }

  /// Each payload as a note of its own, and all of them as one.
  @Test(.enabled(if: Repository.payloads != nil)) func payloadsAreKept() throws {
    let pairs = try JSONDecoder().decode(
      [[String]].self, from: Data(Repository.payload("xss_payloads_16238.json")))
    var naughty = try Repository.payload("blns/blns.txt").split(separator: 0x0A).map { [UInt8]($0) }
    naughty.append(try Repository.payload("blns/blns.txt"))
    let payloads = pairs.compactMap(\.last).map { Array($0.utf8) }
    #expect(payloads.count > 16_000)
    for payload in payloads + naughty {
      #expect(Conservation.losses(of: payload) == [], "\(String(decoding: payload, as: UTF8.self))")
    }
  }

  @Test(.enabled(if: Repository.payloads != nil), arguments: ["talon-mails", "email-reply-parser"])
  func mailsAreKept(_ folder: String) throws {
    let root = try #require(Repository.payloads).appendingPathComponent(folder)
    var count = 0
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard let bytes = try? [UInt8](Data(contentsOf: file)) else { continue }
      count += 1
      #expect(Conservation.losses(of: bytes) == [], "\(file.lastPathComponent)")
    }
    #expect(count > 20)
  }

  /// Generated notes.
  @Test func generatedNotesAreKept() {
    for seed in 0..<2_000 as Range<UInt64> {
      #expect(Conservation.losses(of: DocumentWriter(seed: seed).text) == [], "seed \(seed)")
    }
  }

  /// The test can fail: a document of a note is not the document of another.
  @Test func lossesAreSeen() {
    #expect(!Conservation.losses(of: Array("a b c d".utf8), in: Array("a b d".utf8)).isEmpty)
    #expect(!Conservation.losses(of: Array("a $ b".utf8), in: Array("a b".utf8)).isEmpty)
    #expect(!Conservation.losses(of: Array("1. 2. a".utf8), in: Array("1. a".utf8)).isEmpty)
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
