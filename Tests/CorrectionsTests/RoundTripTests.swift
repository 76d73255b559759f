import Corrections
import Evidence
import Foundation
import PostmortemModel
import Reporting
import TestSupport
import Testing
import Workspace

/// A draft that nobody touched is read back as the post-mortem that it was made of.
@Suite("What is written is read back")
struct RoundTripTests {
  private let reporter: Reporter

  init() throws { reporter = try Reporter() }

  @Test("Generated post-mortems", arguments: 0..<20)
  func generated(batch: Int) throws {
    for seed in batch * 50..<batch * 50 + 50 {
      var generator = ChanceGenerator(source: SeededGenerator(seed: UInt64(seed)))
      try check(Postmortem.made(&generator), "seed \(seed)")
    }
  }

  @Test("A post-mortem with something everywhere, and an empty one")
  func fullAndEmpty() throws {
    try check(.full, "full")
    try check(Postmortem(id: "empty"), "empty")
  }

  @Test("Hostile texts, one by one and together")
  func hostile() throws {
    for text in HostileText.own { try check(HostilePostmortem([text]).model, text) }
    try check(HostilePostmortem(HostileText.own).model, "all")
  }

  @Test("Special characters joined to marks", arguments: HostileText.batches(HostileText.joined))
  func joined(texts: [String]) throws { try check(HostilePostmortem(texts).model, "\(texts)") }

  @Test(
    "Public payloads",
    .enabled(if: Repository.payloads != nil, "the public payloads are absent (PAYLOADS)"),
    arguments: HostileText.batches(HostileText.publicTexts))
  func publicTexts(texts: [String]) throws {
    try check(HostilePostmortem(texts).model, "\(texts)")
  }

  @Test("The drafts of the samples and of the labelled notes", arguments: notes.chunks(of: 40))
  func drafts(paths: [String]) throws {
    for path in paths {
      let draft = NoteRun().draft(try InputFile(reading: FilePath(path)))
      let model = draft.postmortem
      let report = reporter.safeReport(model, sources: draft.sources, as: .markdown)
      try check(model, path, report: report)
    }
  }

  static let notes: [String] = ["samples", "Training/notes"].flatMap { folder in
    let root = Repository.root.appendingPathComponent(folder)
    let paths = FileManager.default.subpaths(atPath: root.path) ?? []
    return paths.filter { $0.hasSuffix(".md") && !$0.contains("expected/") && $0 != "README.md" }
      .sorted().map { root.appendingPathComponent($0).path }
  }

  private func check(_ model: Postmortem, _ name: String, report: [UInt8]? = nil) throws {
    let bytes = report ?? reporter.report(model, sources: [], as: .markdown)
    let draft = try CorrectedDraft(reading: SourceText(name: "draft.md", bytes: bytes))
    let expected = model.presentable
    guard draft.postmortem != expected else {
      let unread = draft.findings.filter { $0.id != "own-word" }
      #expect(unread.isEmpty, "\(name.debugDescription)")
      return
    }
    let seen = String(decoding: PostmortemJSON.encode(draft.postmortem), as: UTF8.self)
    let wanted = String(decoding: PostmortemJSON.encode(expected), as: UTF8.self)
    let lines = zip(seen.split(separator: "\n"), wanted.split(separator: "\n"))
    let first = lines.first { $0 != $1 }
    let difference = first.map { "read \($0), written \($1)" } ?? "another length"
    Issue.record("\(name.debugDescription): \(difference)")
  }
}

extension Array {
  fileprivate func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
