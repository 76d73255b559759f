import Foundation
import TestSupport
import Testing

/// A Swift file of this repository.
struct SourceFile: CustomTestStringConvertible, Sendable {
  let path: String
  let lines: [String]

  /// The folder of the target that it belongs to.
  var target: String { path.split(separator: "/")[1].description }

  var testDescription: String { path }

  /// The modules that it imports.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
      guard let index = words.firstIndex(of: "import"),
        words[..<index].allSatisfy({
          ["public", "package", "internal", "private", "fileprivate"].contains($0)
        }),
        words.count > index + 1
      else { return nil }
      let kinds = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"]
      let name =
        kinds.contains(String(words[index + 1])) && words.count > index + 2
        ? words[index + 2] : words[index + 1]
      return name.split(separator: ".").first.map(String.init)
    }
  }

  /// Its lines without comments and without what stands in string literals.
  var code: [String] {
    lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }.map { line in
      line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined(separator: "\"\"")
    }
  }

  /// All Swift files below `folder`.
  static func all(in folder: String) -> [SourceFile] {
    let root = Repository.root.appendingPathComponent(folder)
    let paths = FileManager.default.subpaths(atPath: root.path) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      else { return nil }
      return SourceFile(
        path: "\(folder)/\(path)",
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
  }
}
