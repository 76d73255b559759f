import Evidence
import PostmortemModel

/// Why a department may have to hear of a loss.
enum DepartmentTrait: String, CaseIterable, Sendable {
  /// The note says that it must hear of it, in so many words or in a list of whom to tell.
  case addressed
  /// A follow-up, a lesson, or anything else names it.
  case inAction = "in-action"
  case inLesson = "in-lesson"
  case named
  /// The primary cause is its own work, or concerns it too.
  case primary, alsoPrimary = "also-primary"
  /// Another cause is its own work.
  case contributing
  /// A lesson or a follow-up speaks of its work without naming it.
  case lessonTopic = "lesson-topic"
  case actionTopic = "action-topic"
}

/// Collects why each department may have to hear of the loss.
struct DepartmentLedger {
  /// A reason to tell a department.
  struct Reason {
    var trait: DepartmentTrait
    /// The unit that names it; nil where the cause is the reason.
    var unit: Int?
  }

  let department: Department
  /// Whether the company has said that it is told of the primary cause.
  let isRouted: Bool
  /// The reasons, in the order of the note.
  let reasons: [Reason]
  /// How much of each trait there is, in the order of the cases.
  let amounts: [Double]

  /// Whether to tell the department.
  func isToHear(_ points: VerdictPoints) -> Bool {
    if isRouted { return true }
    let bias =
      Department.standard.contains(department)
      ? points["department-bias.\(department.rawValue)"] : Self.ownBias
    return points.department.sum(amounts) + bias > 0
  }

  /// What a department starts from of which nothing was learnt: about what most others do.
  private static let ownBias = -3.5

  /// The ledgers of all departments.
  static func all(_ reading: Reading, causes: RootCause) -> [DepartmentLedger] {
    var reasons: [Department: [Reason]] = [:]
    var amounts: [Department: [DepartmentTrait: Double]] = [:]
    let company = reading.knowledge.company
    func add(_ trait: DepartmentTrait, _ department: Department, _ amount: Double, _ unit: Int?) {
      amounts[department, default: [:]][trait] = max(
        amounts[department]?[trait] ?? 0, amount)
      if amount > 0.3 {
        reasons[department, default: []].append(Reason(trait: trait, unit: unit))
      }
    }
    for (order, department) in company.departments(for: causes.primary.category).enumerated() {
      add(order == 0 ? .primary : .alsoPrimary, department, 1, nil)
    }
    for cause in causes.contributing {
      for department in company.departments(for: cause.category).prefix(1) {
        add(.contributing, department, 1, nil)
      }
    }
    let note = reading.note
    for (index, unit) in note.units.enumerated() {
      if note.layout.questionPassages.contains(unit.passage) { continue }
      let isAction = reading.verdicts.score("action", index) > 0
      let isLesson = reading.verdicts.score("lesson", index) > 0
      let named = DepartmentNames.all(in: unit)
      let isAddressed =
        !named.isEmpty
        && (note.topics(of: unit).contains("departments")
          || note.fieldName(ofPassage: unit.passage) == "departments"
          || unit.cues.contains { $0.topic == .role("notify") })
      for department in named {
        if isAddressed { add(.addressed, department, 1, index) }
        if isAction { add(.inAction, department, 1, index) }
        if isLesson { add(.inLesson, department, 1, index) }
        add(.named, department, 1, nil)
      }
      guard isLesson || isAction else { continue }
      for (category, likelihood) in reading.causes.of(index) where likelihood > 0.1 {
        for department in company.departments(for: category).prefix(1) {
          add(isLesson ? .lessonTopic : .actionTopic, department, likelihood, index)
        }
      }
    }
    return (Department.standard + company.departments).map { department in
      DepartmentLedger(
        department: department, isRouted: company.tells(department, of: causes.primary.category),
        reasons: reasons[department] ?? [],
        amounts: DepartmentTrait.allCases.map { amounts[department]?[$0] ?? 0 })
    }
  }
}
