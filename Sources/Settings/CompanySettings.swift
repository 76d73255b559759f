public import Evidence
public import PostmortemModel

/// What a company has written into `postmortem.yml`: its own words for what the program knows, and what it knows besides.
///
/// All names are as they stand in the file; every one says where it stands, so that what is wrong with it can be told there.
public struct CompanySettings: Hashable, Sendable {
  /// A word or phrase of the file, and where it stands.
  public struct Word: Hashable, Sendable {
    /// The text as it is written.
    public var text: String
    /// Where it stands.
    public var position: SourcePosition

    /// Creates a word.
    public init(_ text: String, at position: SourcePosition) {
      self.text = text
      self.position = position
    }
  }

  /// A category of causes, a standard one or one of the company's own.
  public struct Category: Hashable, Sendable {
    /// The word that the model uses for it.
    public var id: Word
    /// What reports call it.
    public var label: Word?
    /// Whether a loss for this cause could have been prevented.
    public var controllable: Controllable?
    /// Why it concerns those who are told of it, in a sentence.
    public var why: Word?
    /// What notes say where they speak of it.
    public var phrases: [Word] = []

    /// The category as the model has it.
    public var category: CauseCategory { CauseCategory(rawValue: id.text) }
  }

  /// A department, a standard one or one of the company's own.
  public struct Team: Hashable, Sendable {
    /// The word that the model uses for it.
    public var id: Word
    /// What reports call it.
    public var label: Word?
    /// What notes call it.
    public var names: [Word] = []

    /// The department as the model has it.
    public var department: Department { Department(rawValue: id.text) }
  }

  /// Words under a name: departments under a cause, headings under what a section holds, phrases under what they say.
  public struct Group: Hashable, Sendable {
    /// What they stand under.
    public var name: Word
    /// The words.
    public var words: [Word]
  }

  /// The file's name.
  public var source: String
  /// Categories that are renamed or added.
  public internal(set) var categories: [Category] = []
  /// Departments that are renamed or added.
  public internal(set) var departments: [Team] = []
  /// For causes the departments that are told of them, the first concerned first.
  public internal(set) var routing: [Group] = []
  /// For kinds of sections the headings that announce them.
  public internal(set) var headings: [Group] = []
  /// For labels of the vocabulary the phrases that say so.
  public internal(set) var vocabulary: [Group] = []

  /// Settings that change nothing.
  public init(source: String = "postmortem.yml") { self.source = source }

  /// The categories that are the company's own.
  public var ownCategories: [Category] {
    categories.filter { !CauseCategory.standard.contains($0.category) }
  }

  /// The departments that are the company's own: those with an entry, then those that only routing names.
  public var ownDepartments: [Department] {
    var all = departments.map(\.department)
    for group in routing { all += group.words.map { Department(rawValue: $0.text) } }
    var own: [Department] = []
    for department in all where !Department.standard.contains(department) {
      if !own.contains(department) { own.append(department) }
    }
    return own
  }
}
