/// Measures how long reports take: `make bench`, run in the repository's root. `docs/benchmarks.md` has figures.
///
///     benchmark [PART]    only the lines of the table that contain PART
import CCmark
import Drafting
import Evidence
import Foundation
import PostmortemModel
import Reporting

/// Measures something and prints a line of the table; nothing if another part of the table was asked for.
@MainActor @discardableResult func measure(
  _ what: String, times: Int, _ work: () throws -> Void
) rethrows -> Double? {
  if let wanted = CommandLine.arguments.dropFirst().first, !what.contains(wanted) { return nil }
  let timing = try Timing(times: times, work)
  let figures = [timing.median, timing.least, timing.ninth].map { time in
    let text = String(format: time < 10 ? "%.3f" : "%.1f", time)
    return String(repeating: " ", count: max(0, 10 - text.utf8.count)) + text
  }
  let name = "\(what), \(times) times"
  print(name + String(repeating: " ", count: max(1, 62 - name.utf8.count)) + figures.joined())
  return timing.median
}

/// Parses Markdown and writes HTML with libcmark alone, as a measure of what work of this kind costs.
func renderWithCMark(_ bytes: [UInt8]) {
  // The buffer outlives the call, which copies what it needs and returns a string of its own.
  unsafe bytes.withUnsafeBytes { buffer in
    let text = unsafe buffer.bindMemory(to: CChar.self)
    unsafe free(cmark_markdown_to_html(text.baseAddress, text.count, CMARK_OPT_DEFAULT))
  }
}

let path = "samples/rich/note.md"
/// The program as `make release` makes it for its users, and as it is built beside its tests.
let programs = ["out/postmortem", ".build/release/postmortem"]
let note = SourceText(name: "note.md", bytes: Array(try Data(contentsOf: URL(filePath: path))))
let start = note.utf8[..<(note.lineStarts.last { $0 <= 4096 } ?? 0)]
let short = SourceText(name: "note.md", bytes: Array(start))
let drafter = Drafter()
let reporter = try Reporter()
let model = drafter.draft(note, answers: nil).postmortem
let page = reporter.report(model, sources: [note], as: .html)

print("\(path): \(note.utf8.count) bytes, its HTML report \(page.count) bytes. Milliseconds:")
print(String(repeating: " ", count: 66) + "median     least  9 of 10")
let html = measure("HTML report", times: 10_000) {
  _ = reporter.report(model, sources: [note], as: .html)
}
let cmark = measure("libcmark: the note parsed and rendered", times: 10_000) {
  renderWithCMark(note.utf8)
}
measure("Markdown report", times: 10_000) {
  _ = reporter.report(model, sources: [note], as: .markdown)
}
measure("A note of \(short.utf8.count) bytes read into a model", times: 300) {
  _ = drafter.draft(short, answers: nil)
}
measure("Start-up: vocabulary and points", times: 100) { _ = Knowledge.standard(with: []) }
try measure("Start-up: templates", times: 100) { _ = try Reporter() }
for program in programs {
  guard FileManager.default.isExecutableFile(atPath: program) else {
    print("\(program): not there; `make bench` builds it")
    continue
  }
  let draft = Command(program, "draft", path, "--format", "html", "--fail-on", "never")
  try measure("\(program) draft, the whole process", times: 100) { try draft.run() }
}
if let html, let cmark {
  print(String(format: "The HTML report takes %.1f times as long as libcmark.", html / cmark))
}
