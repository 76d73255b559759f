import Evidence
import PostmortemModel
import Templating

extension ReportContext {
  /// The inputs with their lines.
  ///
  /// Of a form export (`.csv`) only the header and the cited lines are shown: the other rows are other accounts'.
  func sourceTexts() -> TemplateValue {
    var seen: Set<String> = []
    var values: [TemplateValue] = []
    for text in texts where seen.insert(text.name).inserted {
      guard let source = evidence.sources.first(where: { $0.name == text.name }) else { continue }
      let isPartial = Self.isExport(text.name)
      var lines: [TemplateValue] = []
      lines.reserveCapacity(source.lineCount)
      if source.lineCount > 0 {
        for number in 1...source.lineCount {
          let isCited = source.isCited[number]
          if isPartial, number > 1, !isCited { continue }
          let digits = "\(number)"
          lines.append(
            .record(
              TemplateRecord(
                ReportShapes.line,
                [
                  .text(source.anchor + digits), .text(digits),
                  .text(text.text(text.range(ofLine: number))), .flag(isCited),
                ])))
        }
      }
      values.append(
        .record(
          TemplateRecord(
            ReportShapes.source,
            [
              .text("source-\(values.count + 1)"), .text(text.name),
              .text(Labels.label(source.kind)), .flag(isPartial), .list(lines),
            ])))
    }
    return items(ReportShapes.sources, values)
  }

  private static func isExport(_ name: String) -> Bool {
    let ending = name.utf8.suffix(4).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return ending.elementsEqual(".csv".utf8)
  }

  /// What is recorded of the inputs.
  func sourceRecords() -> TemplateValue {
    items(
      ReportShapes.records,
      model.sources.map { source in
        .record(
          TemplateRecord(
            ReportShapes.record,
            [
              .text(source.file), .text(Labels.label(source.kind)), .text("\(source.lines)"),
              .text(source.sha256),
            ]))
      })
  }
}
