import Language
import PostmortemModel
import Settings

/// What a company's settings change in the rules: causes and departments of its own, and who is told of which cause.
struct CompanyRules: Sendable {
  /// Causes that only the company knows.
  let categories: [CauseCategory]
  /// Departments that only the company knows.
  let departments: [Department]
  private let settings: CompanySettings

  /// The rules that follow from `settings`.
  init(_ settings: CompanySettings) {
    self.settings = settings
    categories = settings.ownCategories.map(\.category)
    departments = settings.ownDepartments
  }

  /// Whose own work the cause is, the first concerned first.
  func departments(for category: CauseCategory) -> [Department] {
    route(category) ?? Routing.departments(for: category)
  }

  /// Whether the company has said that the department is told of the cause.
  func tells(_ department: Department, of category: CauseCategory) -> Bool {
    route(category)?.contains(department) == true
  }

  /// What the company calls the cause, where it has a word of its own.
  func label(_ category: CauseCategory) -> String? { entry(category)?.label?.text }

  /// Why the cause concerns the department, in its terms.
  func why(_ category: CauseCategory) -> String {
    let own = entry(category)
    if let why = own?.why { return why.text }
    if let label = own?.label, categories.contains(category) {
      return "The cause of this loss is “\(label.text)”."
    }
    return Routing.why(category)
  }

  /// Whether the vendor could have prevented a loss for this cause.
  func controllable(_ category: CauseCategory) -> Controllable {
    entry(category)?.controllable ?? CauseVerdict.controllable(category)
  }

  /// The department that `words` name, by its word in the model or as the company calls it.
  func department(named words: String) -> Department? {
    let wanted = FoldedName.words(words)
    return (Department.standard + departments).first { FoldedName.words($0.rawValue) == wanted }
      ?? settings.departments.first { team in
        ([team.label].compactMap(\.self) + team.names).contains {
          FoldedName.words($0.text) == wanted
        }
      }?.department
  }

  private func route(_ category: CauseCategory) -> [Department]? {
    settings.routing.first { $0.name.text == category.rawValue }?.words.map {
      Department(rawValue: $0.text)
    }
  }

  private func entry(_ category: CauseCategory) -> CompanySettings.Category? {
    settings.categories.first { $0.category == category }
  }
}
