package import Answers
package import Evidence
import PostmortemModel

/// What the training script learns from: each note's units with their features, and what speaks for each cause.
package enum TrainingData {
  /// One note as a line of JSON.
  package static func line(
    id: String, _ source: SourceText, answers: AnswerRecord?, knowledge: Knowledge
  ) -> String {
    let note = Note(source, answers: answers, lexicon: knowledge.lexicon)
    let reading = Reading(note: note, verdicts: knowledge.judge.judge(note), knowledge: knowledge)
    let reader = FeatureReader(note: note)
    var units: [String] = []
    for (index, unit) in note.units.enumerated() {
      var features: [String] = []
      reader.read(index) { _, name in features.append(quoted(name())) }
      let excerpt = note.excerpt(of: unit)
      let told = EventText.of(unit, in: note)
      units.append(
        """
        {"source":\(quoted(excerpt.source)),"line":\(excerpt.line),"end_line":\(excerpt.endLine),\
        "quote":\(quoted(excerpt.quote)),"told":\(quoted(note.excerpt(of: told.unit).quote)),\
        "speech":[\(unit.quotations.map { quoted(note.passage(of: unit).excerpt($0).quote) }.joined(separator: ","))],\
        "customer":\(note.side(of: unit) == .customer),"asks":\(note.layout.questionPassages.contains(unit.passage)),\
        "form":\(quoted(reader.formName(note.passage(of: unit)))),"features":[\(features.joined(separator: ","))]}
        """)
    }
    let causes = CauseReader(reading: reading, turningUnit: nil).read().map { item in
      """
      {"category":\(quoted(item.category.rawValue)),"unit":\(item.unit),"weight":\(item.weight),\
      "stance":\(quoted(item.stance.rawValue)),"context":\(quoted(item.context.rawValue))}
      """
    }
    return """
      {"id":\(quoted(id)),"units":[\(units.joined(separator: ","))],"causes":[\(causes.joined(separator: ","))]}
      """
  }

  private static func quoted(_ text: String) -> String {
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case _ where scalar.value < 0x20: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }
}
