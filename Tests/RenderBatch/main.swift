/// Renders many post-mortems at once, for the checks in `Tests/browser`.
///
///     render-batch FOLDER      for each NAME.json there: NAME.html, and of all of them FOLDER/index.html
///     render-batch --joiners   the code points that make one Character of a quotation mark: behind it, before it
///
/// A NAME.md beside NAME.json is the note whose lines the page shows. The pages have the built-in templates but for one
/// block, in which the title stands in every place of a page that a template of one's own can give to a text.
import Evidence
import Foundation
import PostmortemModel
import Reporting

func joiners() {
  let scalars = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
  for isBehind in [true, false] {
    let joined = scalars.filter { scalar in
      var text = String.UnicodeScalarView()
      text.append(isBehind ? "\"" : scalar)
      text.append(isBehind ? scalar : "\"")
      return String(text).count == 1
    }
    print(joined.map { String($0.value, radix: 16) }.joined(separator: " "))
  }
}

let places = SourceText(
  name: "report.html.mustache",
  text: """
    {{<report-page.html}}{{$contents}}
    <p title="{{title}}" lang='{{title}}'>{{title}}</p>
    <table><tr><td>{{title}}</td></tr></table>
    <svg><title>{{title}}</title><text class="{{title}}">{{title}}</text></svg>
    <details><summary>{{title}}</summary><pre>{{title}}</pre></details>
    {{/contents}}{{/report-page.html}}
    """)

func render(_ folder: URL) throws {
  let reporter = try Reporter(overrides: [places])
  var entries: [IndexEntry] = []
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  for name in names {
    let file = folder.appendingPathComponent(name)
    let json = try Data(contentsOf: file.appendingPathExtension("json"))
    let model = try PostmortemJSON.decode(SourceText(name: "\(name).json", bytes: Array(json)))
    var sources: [SourceText] = []
    if let note = try? Data(contentsOf: file.appendingPathExtension("md")) {
      sources.append(SourceText(name: "note.md", bytes: Array(note)))
    }
    let page = reporter.report(model, sources: sources, as: .html)
    try Data(page).write(to: file.appendingPathExtension("html"))
    entries.append(IndexEntry(postmortem: model, link: "reports/\(model.id).html"))
    entries.append(IndexEntry(failed: model.account.name ?? name, because: model.id))
  }
  try Data(reporter.index(entries)).write(to: folder.appendingPathComponent("index.html"))
}

switch CommandLine.arguments.dropFirst().first {
case "--joiners": joiners()
case let folder?: try render(URL(fileURLWithPath: folder))
case nil:
  print("usage: render-batch FOLDER | --joiners")
  exit(64)
}
