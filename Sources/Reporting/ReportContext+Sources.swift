import Evidence
import PostmortemModel
import Templating

extension ReportContext {
  /// The inputs with their lines.
  ///
  /// Of a form export (`.csv`) only the header and the cited lines are shown: the other rows are other accounts'. Where a
  /// file is about many accounts, the lines of the others are blank, and are left out too.
  mutating func addSourceTexts() {
    var seen: Set<String> = []
    values.open()
    for text in texts where seen.insert(text.name).inserted {
      guard let source = evidence.sources.first(where: { $0.name == text.name }) else { continue }
      let isPartial = Self.isExport(text.name)
      values.open()
      values.write("source-")
      values.write(seen.count)
      values.addWritten()
      values.add(text.name)
      values.add(Labels.label(source.kind))
      values.add(isPartial)
      values.open()
      let isCut = model.sources.contains { $0.file == text.name && $0.lines < source.lineCount }
      for number in 1..<source.lineCount + 1 {
        let isCited = source.isCited[number]
        if isPartial, number > 1, !isCited { continue }
        if isCut, !isCited, text.range(ofLine: number).isEmpty { continue }
        values.open()
        values.write(source.anchor)
        values.write(number)
        values.addWritten()
        values.add(number)
        values.add(text.utf8[text.range(ofLine: number)])
        values.add(isCited)
        values.close(ReportShapes.line)
      }
      values.closeList()
      values.close(ReportShapes.source)
    }
    values.closeList(in: ReportShapes.sources)
  }

  private static func isExport(_ name: String) -> Bool {
    let ending = name.utf8.suffix(4).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return ending.elementsEqual(".csv".utf8)
  }

  /// What is recorded of the inputs.
  mutating func addSourceRecords() {
    values.open()
    for source in model.sources {
      values.open()
      values.add(source.file)
      values.add(Labels.label(source.kind))
      values.add(source.lines)
      values.add(source.sha256)
      values.close(ReportShapes.record)
    }
    values.closeList(in: ReportShapes.records)
  }
}
