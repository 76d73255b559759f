public import Foundation

/// A fresh folder that is removed with everything in it when the value goes.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// Makes the folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "postmortem-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of `name` in the folder.
  public func path(_ name: String = "") -> String {
    name.isEmpty ? url.path : url.appendingPathComponent(name).path
  }

  /// Writes a file, and the folders above it.
  public func write(_ text: String, to name: String) throws {
    try write(bytes: Array(text.utf8), to: name)
  }

  /// Writes a file of any bytes, and the folders above it.
  public func write(bytes: [UInt8], to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// Reads a file.
  public func read(_ name: String) throws -> String {
    try String(decoding: Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }

  /// The files and links in the folder and below, relative to it, sorted.
  public func files() -> [String] {
    (FileManager.default.subpaths(atPath: url.path) ?? []).filter {
      let values = try? url.appendingPathComponent($0).resourceValues(forKeys: [.isDirectoryKey])
      return values?.isDirectory != true
    }.sorted()
  }
}
