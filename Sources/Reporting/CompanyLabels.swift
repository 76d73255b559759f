public import PostmortemModel

/// What a company calls categories and departments; what it does not rename has the program's words (``Labels``).
public struct CompanyLabels: Equatable, Sendable {
  /// What it calls categories, by the model's words.
  public var categories: [CauseCategory: String]
  /// What it calls departments, by the model's words.
  public var departments: [Department: String]

  /// The words of a company; without any, the program's.
  public init(
    categories: [CauseCategory: String] = [:], departments: [Department: String] = [:]
  ) {
    self.categories = categories
    self.departments = departments
  }

  /// The words for a category of causes.
  public func label(_ category: CauseCategory) -> String {
    categories[category] ?? Labels.label(category)
  }

  /// The words for a department.
  public func label(_ department: Department) -> String {
    departments[department] ?? Labels.label(department)
  }

  /// Which of the company's categories are called as another one is: a report could not be read back.
  public var ambiguousCategories: [CauseCategory] {
    ambiguous(categories, CauseCategory.standard) { label($0) }
  }

  /// Which of the company's departments are called as another one is.
  public var ambiguousDepartments: [Department] {
    ambiguous(departments, Department.standard) { label($0) }
  }

  private func ambiguous<Word: OpenVocabulary>(
    _ own: [Word: String], _ standard: [Word], _ label: (Word) -> String
  ) -> [Word] {
    let all = Set(standard).union(own.keys)
    return own.keys.filter { word in
      all.contains { $0 != word && label($0).lowercased() == label(word).lowercased() }
    }.sorted { $0.rawValue < $1.rawValue }
  }
}
