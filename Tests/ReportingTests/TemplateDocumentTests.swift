import Reporting
import Templating
import TestSupport
import Testing

@Suite("The document for template authors")
struct TemplateDocumentTests {
  @Test("It lists every name that templates can use, with its kind and a sentence, and no other")
  func names() throws {
    let text = String(decoding: try Repository.bytes("docs/templates.md"), as: UTF8.self)
    var documented: [String: [String]] = [:]
    var shape = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("### `") { shape = String(line.dropFirst(5).dropLast()) }
      guard line.hasPrefix("| `") else { continue }
      let cells = line.split(separator: "|").map { $0.trimming() }
      #expect(cells.count == 3 && cells[2].hasSuffix("."), "\(line)")
      documented[shape, default: []].append("\(cells[0]) \(cells[1])")
    }
    var expected: [String: [String]] = [:]
    Self.collect(ReportShapes.report, into: &expected)
    Self.collect(ReportShapes.index, into: &expected)
    #expect(Set(documented.keys) == Set(expected.keys))
    for (name, rows) in expected { #expect(documented[name] == rows, "\(name)") }
  }

  private static func collect(_ shape: TemplateShape, into all: inout [String: [String]]) {
    guard all[shape.name] == nil else { return }
    all[shape.name] = zip(shape.names, shape.kinds).map { "`\($0)` \(words($1))" }
    for kind in shape.kinds { if let inner = record(in: kind) { collect(inner, into: &all) } }
  }

  private static func record(in kind: TemplateShape.Kind) -> TemplateShape? {
    switch kind {
    case .record(let shape): shape
    case .items(let kind): record(in: kind)
    case .text, .trusted, .url, .flag: nil
    }
  }

  private static func words(_ kind: TemplateShape.Kind) -> String {
    switch kind {
    case .text: "text"
    case .trusted: "trusted text"
    case .url: "link"
    case .flag: "flag"
    case .record(let shape): "`\(shape.name)`"
    case .items(let kind): "list of \(words(kind))"
    }
  }
}

extension Substring {
  fileprivate func trimming() -> String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
