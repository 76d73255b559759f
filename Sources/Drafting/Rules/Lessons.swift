import Evidence
import PostmortemModel

extension Rule {
  /// Lists what the note says should be done differently, with the department whose work it is.
  static let lessons = Rule(id: "lessons", summary: "What to do differently") { reading, draft in
    let note = reading.note
    for (index, unit) in note.units.enumerated() where reading.verdicts.score("lesson", index) > 0 {
      let excerpt = note.excerpt(of: unit)
      draft.postmortem.lessons.append(
        Lesson(
          statement: excerpt.quote, department: DepartmentNames.first(in: unit), evidence: [excerpt]
        ))
    }
  }
}

/// Departments that units name.
enum DepartmentNames {
  /// The department that the unit names first.
  static func first(in unit: Unit) -> Department? {
    for cue in unit.cues { if case .department(let department) = cue.topic { return department } }
    return nil
  }

  /// Every department that the unit names.
  static func all(in unit: Unit) -> [Department] {
    unit.cues.compactMap {
      if case .department(let department) = $0.topic { department } else { nil }
    }
  }
}
