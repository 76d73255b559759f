import Foundation
import TestSupport
import Testing

/// The program as it was built together with the tests.
enum BuiltProgram {
  /// What a command printed, and its status.
  struct Result {
    var output: String
    var errors: String
    var status: Int32
  }

  /// The folder of the built program: that of the running tests.
  static var folder: URL? {
    let candidates = [Bundle.main.executableURL, URL(fileURLWithPath: CommandLine.arguments[0])]
    let folders = candidates.compactMap { $0?.resolvingSymlinksInPath() }.flatMap { url in
      sequence(first: url.deletingLastPathComponent()) { $0.deletingLastPathComponent() }.prefix(5)
    }
    return folders.first {
      FileManager.default.isExecutableFile(atPath: $0.appendingPathComponent("postmortem").path)
    }
  }

  /// Has the shell run `command` in `folder`, with the program on its path and an environment of its own.
  static func shell(_ command: String, in workingFolder: TemporaryFolder) throws -> Result {
    let program = try #require(folder, "the program was not built")
    let scratch = try TemporaryFolder()
    for name in ["out", "err"] { try scratch.write("", to: name) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = workingFolder.url
    process.environment = [
      "PATH": "\(program.path):/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1750000000",
      "LC_ALL": "C.UTF-8",
      "HOME": workingFolder.path(), "COLUMNS": "80",
    ]
    let handles = try ["out", "err"].map {
      try #require(FileHandle(forWritingAtPath: scratch.path($0)))
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    process.waitUntilExit()
    for handle in handles { try handle.close() }
    return Result(
      output: try scratch.read("out"), errors: try scratch.read("err"),
      status: process.terminationStatus)
  }
}
