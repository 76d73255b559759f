import Chronology
import PostmortemModel

package import Answers
package import Evidence

/// What the training script learns from: each note's units with their features, and what speaks for each cause.
package enum TrainingData {
  /// One note as a line of JSON.
  package static func line(
    id: String, _ source: SourceText, answers: AnswerRecord?, knowledge: Knowledge
  ) -> String {
    let note = Note(source, answers: answers.map { [$0] } ?? [], lexicon: knowledge.lexicon)
    let reading = Reading(note, knowledge)
    let reader = FeatureReader(note: note)
    let causes = CauseReader(reading: reading, turningUnit: reading.moments.turningPoint)
    var units: [String] = []
    for (index, unit) in note.units.enumerated() {
      var features: [String] = []
      reader.read(index) { features.append(written($0, $1())) }
      let excerpt = note.excerpt(of: unit)
      let told = EventText.of(unit, in: note)
      units.append(
        """
        {"source":\(quoted(excerpt.source)),"line":\(excerpt.line),"end_line":\(excerpt.endLine),"passage":\(unit.passage),\
        "quote":\(quoted(excerpt.quote)),"told":\(quoted(note.excerpt(of: told.unit).quote)),\
        "speech":[\(unit.quotations.map { quoted(note.passage(of: unit).excerpt($0).quote) }.joined(separator: ","))],\
        "customer":\(note.side(of: unit) == .customer),"asks":\(note.layout.questionPassages.contains(unit.passage)),\
        "form":\(quoted(FeatureReader.formName(note.passage(of: unit)))),\
        "cause_traits":\(list(causes.maySpeak(unit) ? causes.traits(of: index) : [])),\
        "win_back_traits":\(list(WinBackLedger.maySpeak(index, reading) ? WinBackLedger.traits(of: index, note) : [])),\
        "features":[\(features.joined(separator: ","))]}
        """)
    }
    func features(_ read: (Judge.Sink) -> Void) -> String {
      var features: [String] = []
      read { features.append(written($0, $1())) }
      return features.joined(separator: ",")
    }
    let dates = note.chronology.mentions.enumerated().map { index, mention in
      let unit = reading.dateFeatures.unit(index)
      let evidence = unit.map { EventText.evidence(for: mention, in: $0, note) } ?? []
      return """
        {"date":"\(mention.date)","passage":\(mention.passage),"evidence":[\(evidence.map(written).joined(separator: ","))],\
        "unit":\(unit ?? -1),"features":[\(features { reading.dateFeatures.read(index, $0) })]}
        """
    }
    let names = reading.names.names.enumerated().map { index, name in
      """
      {"name":\(quoted(name.text)),"features":[\(features { reading.names.read(index, $0) })]}
      """
    }
    var draft = Draft(postmortem: Postmortem(id: id), findings: [])
    for rule in [Rule.accountFacts, .accountFromProse] { rule.apply(reading, &draft) }
    let opening = TradeFeatures(
      note: note, lexicon: knowledge.lexicon, account: draft.postmortem.account.name)
    let trades = opening.candidates.enumerated().map { index, candidate in
      """
      {"text":\(quoted(opening.text(of: candidate))),"passage":\(candidate.passage),"features":[\(features { opening.read(index, $0) })]}
      """
    }
    return """
      {"id":\(quoted(id)),"units":[\(units.joined(separator: ","))],\
      "dates":[\(dates.joined(separator: ","))],"names":[\(names.joined(separator: ","))],\
      "trades":[\(trades.joined(separator: ","))],\
      "turning_point":\(turningPoint(reading.moments)),"causes":\(ledgers(causes)),"win_back":\(winBack(reading)),"departments":\(departments(reading))}
      """
  }

  /// What a first look at a note tells, as a line of JSON: for units, dates and names how many there are, and for each the
  /// log-odds of all targets and the numbers by which a second look judges again.
  package static func look(
    id: String, _ source: SourceText, answers: AnswerRecord?, knowledge: Knowledge
  ) -> String {
    let note = Note(source, answers: answers.map { [$0] } ?? [], lexicon: knowledge.lexicon)
    let look = NoteLook(
      note, DateFeatures(note: note, lexicon: knowledge.lexicon),
      NameFeatures(note: note, lexicon: knowledge.lexicon), knowledge)
    func written(_ verdicts: Verdicts, _ circumstances: Circumstances) -> String {
      var numbers: [Float] = []
      var all: [String] = []
      for index in 0..<circumstances.count {
        circumstances.tell(index, &numbers)
        all += verdicts.targets.indices.map { short(Float(verdicts.score($0, index))) }
        all += numbers.map(short)
      }
      return "{\"count\":\(circumstances.count),\"numbers\":\"\(all.joined(separator: " "))\"}"
    }
    return """
      {"id":\(quoted(id)),"units":\(written(look.units, look.ofUnits)),\
      "dates":\(written(look.dates, look.ofDates)),"names":\(written(look.names, look.ofNames))}
      """
  }

  /// A number to three places.
  private static func short(_ number: Float) -> String {
    let thousandths = Int((number * 1000).rounded())
    return thousandths % 1000 == 0
      ? "\(thousandths / 1000)" : "\(Float(thousandths) / 1000)"
  }

  /// The log-odds of the likeliest turning point, and what tells it; null where the note says that there was none.
  private static func turningPoint(_ moments: Moments) -> String {
    guard let best = moments.best else { return "null" }
    let evidence = moments.moment(moments.telling(best)).evidence.map(written)
    return "{\"score\":\(moments.scores[best]),\"evidence\":[\(evidence.joined(separator: ","))]}"
  }

  private static func written(_ excerpt: Excerpt) -> String {
    """
    {"line":\(excerpt.line),"end_line":\(excerpt.endLine),"source":\(quoted(excerpt.source)),"quote":\(quoted(excerpt.quote))}
    """
  }

  /// For each cause how much of each trait there is.
  private static func ledgers(_ reader: CauseReader) -> String {
    let knowledge = reader.reading.knowledge
    let weigher = CauseWeigher(
      note: reader.reading.note, points: knowledge.points, company: knowledge.company)
    return object(
      weigher.ledgers(reader.read()).map { ledger in
        let standing = ledger.standing(units: 0, behind: 0, place: 0, before: nil)
        let clearest = standing[
          CauseStanding.allCases.firstIndex(of: .clearest) ?? 0]
        return (ledger.category.rawValue, amounts(CauseTrait.self, ledger.amounts + [clearest]))
      })
  }

  private static func winBack(_ reading: Reading) -> String {
    let ledger = WinBackLedger(reading)
    return object(
      zip(WinBackLedger.levels, ledger.amounts).map {
        ($0.rawValue, amounts(WinBackTrait.self, $1))
      })
  }

  /// For each department how much of each trait there is, by the causes that the points at hand find.
  private static func departments(_ reading: Reading) -> String {
    var draft = Draft(postmortem: Postmortem(id: "note"), findings: [])
    Rule.turningPoint.apply(reading, &draft)
    Rule.rootCause.apply(reading, &draft)
    return object(
      DepartmentLedger.all(reading, causes: draft.postmortem.rootCause).map {
        ($0.department.rawValue, amounts(DepartmentTrait.self, $0.amounts))
      })
  }

  private static func amounts<Trait: CaseIterable & RawRepresentable<String>>(
    _ trait: Trait.Type, _ values: [Double]
  ) -> String {
    object(zip(Trait.allCases.map(\.rawValue) + ["clearest"], values).map { ($0, "\($1)") })
  }

  private static func list(_ traits: [some RawRepresentable<String>]) -> String {
    "[\(traits.map { quoted($0.rawValue) }.joined(separator: ","))]"
  }

  private static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(quoted($0)):\($1)" }.joined(separator: ",") + "}"
  }

  /// A feature as it is written out, and its hash: forms of one word are one feature.
  private static func written(_ feature: Feature, _ name: String) -> String {
    quoted("\(name)#\(String(feature.hash, radix: 16))")
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
