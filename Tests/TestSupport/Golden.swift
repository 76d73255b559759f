import Foundation
public import Testing

/// Compares `actual` with the file at `path` of this repository.
///
/// With `RECORD_GOLDENS=1` in the environment the file is written and the test fails all the same, so that no run can
/// bless itself.
public func expectGolden(
  _ actual: [UInt8], _ path: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = Repository.root.appendingPathComponent(path)
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual).write(to: file)
      Issue.record(
        "recorded \(path); run again without RECORD_GOLDENS", sourceLocation: sourceLocation)
    } catch {
      Issue.record("cannot record \(path): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let expected = try? [UInt8](Data(contentsOf: file)) else {
    Issue.record(
      "no golden \(path); record it with RECORD_GOLDENS=1", sourceLocation: sourceLocation)
    return
  }
  guard expected != actual else { return }
  let old = String(decoding: expected, as: UTF8.self).split(
    separator: "\n", omittingEmptySubsequences: false)
  let new = String(decoding: actual, as: UTF8.self).split(
    separator: "\n", omittingEmptySubsequences: false)
  let line =
    zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    ?? min(old.count, new.count)
  Issue.record(
    """
    \(path) differs from line \(line + 1)
    expected: \(old.indices.contains(line) ? String(old[line].prefix(300)) : "(end)")
    actual:   \(new.indices.contains(line) ? String(new[line].prefix(300)) : "(end)")
    """, sourceLocation: sourceLocation)
}
