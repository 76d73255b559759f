import Foundation
import PostmortemCommand
import PostmortemModel
import Reporting
import TestSupport
import Testing
import Workspace

/// Drafts each case of `samples/` and compares with its `expected/` folder, so that samples cannot grow stale.
@Suite struct SampleTests {
  static let cases: [String] = {
    let samples = Repository.root.appendingPathComponent("samples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: samples.path)) ?? []
    return names.sorted().filter {
      FileManager.default.fileExists(atPath: samples.appendingPathComponent("\($0)/note.md").path)
    }
  }()

  @Test(arguments: cases)
  func areDraftedAsExpected(name: String) throws {
    let folder = Repository.root.appendingPathComponent("samples/\(name)")
    let note = try InputFile(reading: FilePath(folder.appendingPathComponent("note.md").path))
    let run = NoteRun()
    let draft = run.draft(note, id: name)
    let reporter = try Templates.reporter(overriddenBy: nil)
    let outputs: [String: [UInt8]] = [
      "report.md": reporter.safeReport(
        draft.postmortem, sources: draft.sources, as: .markdown),
      "model.json": reporter.safeReport(draft.postmortem, sources: draft.sources, as: .json),
      "explain.txt": Array(
        Explanation(of: draft.postmortem, trials: run.trials(of: draft, note)).text.utf8),
    ]
    for (file, bytes) in outputs.sorted(by: { $0.key < $1.key }) {
      expectGolden(bytes, "samples/\(name)/expected/\(file)")
    }
    let expected =
      (try? FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent("expected").path)) ?? []
    let leftovers = Set(expected).subtracting(outputs.keys)
    #expect(leftovers.isEmpty, "nothing writes these any more: \(leftovers.sorted())")
  }
}
