public import Foundation

/// Where the tests find files of this repository and the public test suites that lie beside it.
public enum Repository {
  /// The checkout's root folder.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of public test suites and hostile input: `PAYLOADS`, or `../shared/payloads` beside the checkout.
  ///
  /// The suites are other people's and are not copied into this repository; where the folder is absent, this is nil
  /// and the tests that read it are skipped.
  public static let payloads: URL? = {
    let path = ProcessInfo.processInfo.environment["PAYLOADS"]
    let folder =
      path.map { URL(fileURLWithPath: $0, relativeTo: root) }
      ?? root.appendingPathComponent("../shared/payloads").standardizedFileURL
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// The bytes of a file of this repository.
  public static func bytes(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: root.appendingPathComponent(path)))
  }

  /// The bytes of a file of the public test suites.
  public static func payload(_ path: String) throws -> [UInt8] {
    guard let payloads else { throw CocoaError(.fileNoSuchFile) }
    return try [UInt8](Data(contentsOf: payloads.appendingPathComponent(path)))
  }
}
