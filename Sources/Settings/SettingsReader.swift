import Answers
public import Evidence
import PostmortemModel

extension CompanySettings {
  /// Reads a `postmortem.yml`; where anything in it is wrong there are findings that are errors, and it must not be used.
  public static func read(_ source: SourceText) -> (settings: CompanySettings, findings: [Finding])
  {
    var reader = SettingsReader(source: source.name)
    let (root, findings) = YAMLNode.read(source)
    // What a broken file begins with says nothing of what it was to say.
    let isBroken = findings.contains { $0.severity == .error && $0.id != "config-duplicate-key" }
    if let root, !isBroken { reader.read(root) }
    let all = source.findings + findings + reader.findings
    return (
      reader.settings,
      all.sorted {
        ($0.position ?? SourcePosition(line: 0, column: 0))
          < ($1.position ?? SourcePosition(line: 0, column: 0))
      }
    )
  }
}

/// Turns the nodes of a `postmortem.yml` into settings, and says what is wrong with them.
private struct SettingsReader {
  typealias Word = CompanySettings.Word

  var settings: CompanySettings
  var findings: [Finding] = []

  init(source: String) { settings = CompanySettings(source: source) }

  mutating func read(_ root: YAMLNode) {
    // A file of comments alone.
    if case .text("") = root.content { return }
    for entry in entries(of: root, "The file") {
      switch entry.key {
      case "categories": readCategories(entry.value)
      case "departments": readDepartments(entry.value)
      case "routing": settings.routing = groups(entry.value, "routing", item: "departments")
      case "headings": settings.headings = groups(entry.value, "headings", item: "headings")
      case "vocabulary": settings.vocabulary = groups(entry.value, "vocabulary", item: "phrases")
      default:
        unknown(
          entry, among: ["categories", "departments", "routing", "headings", "vocabulary"])
      }
    }
    checkNames()
  }

  // MARK: Parts

  private mutating func readCategories(_ node: YAMLNode) {
    for entry in entries(of: node, "`categories`") {
      guard let id = identifier(entry) else { continue }
      let (label, fields) = labelOrFields(entry)
      var category = CompanySettings.Category(id: id, label: label)
      for field in fields {
        switch field.key {
        case "label": category.label = text(field)
        case "why": category.why = text(field)
        case "phrases": category.phrases = words(field, item: "phrases")
        case "controllable": category.controllable = controllable(field)
        default: unknown(field, among: ["label", "why", "phrases", "controllable"])
        }
      }
      settings.categories.append(category)
    }
  }

  private mutating func readDepartments(_ node: YAMLNode) {
    for entry in entries(of: node, "`departments`") {
      guard let id = identifier(entry) else { continue }
      let (label, fields) = labelOrFields(entry)
      var team = CompanySettings.Team(id: id, label: label)
      for field in fields {
        switch field.key {
        case "label": team.label = text(field)
        case "names": team.names = words(field, item: "names")
        default: unknown(field, among: ["label", "names"])
        }
      }
      settings.departments.append(team)
    }
  }

  /// What a category or a department has: a text is its label and all there is.
  private mutating func labelOrFields(
    _ entry: YAMLNode.Entry
  ) -> (label: Word?, fields: [YAMLNode.Entry]) {
    if case .text = entry.value.content { return (text(entry), []) }
    return (nil, entries(of: entry.value, "`\(entry.key)`"))
  }

  private mutating func controllable(_ entry: YAMLNode.Entry) -> Controllable? {
    guard let word = text(entry) else { return nil }
    let value = Controllable(rawValue: word.text)
    if value == nil {
      let known = Controllable.allCases.map(\.rawValue).joined(separator: ", ")
      tell(
        "config-value", "`controllable` is one of \(known), and not “\(word.text)”",
        at: word.position)
    }
    return value
  }

  private mutating func groups(
    _ node: YAMLNode, _ name: String, item: String
  ) -> [CompanySettings.Group] {
    entries(of: node, "`\(name)`").map { entry in
      CompanySettings.Group(
        name: Word(entry.key, at: entry.position), words: words(entry, item: item))
    }
  }

  // MARK: Values

  private mutating func entries(of node: YAMLNode, _ what: String) -> [YAMLNode.Entry] {
    switch node.content {
    case .map(let entries): return entries
    // A key whose members are all comments has nothing under it.
    case .text(""): return []
    default:
      tell(
        "config-type", "\(what) holds keys with values here: write `key: value`", at: node.position)
      return []
    }
  }

  private mutating func text(_ entry: YAMLNode.Entry) -> Word? {
    guard case .text(let text) = entry.value.content, text.utf8.contains(where: { $0 > 0x20 })
    else {
      tell("config-type", "`\(entry.key)` takes a text", at: entry.value.position)
      return nil
    }
    return Word(text, at: entry.value.position)
  }

  private mutating func words(_ entry: YAMLNode.Entry, item: String) -> [Word] {
    var nodes = [entry.value]
    if case .list(let items) = entry.value.content { nodes = items }
    var words: [Word] = []
    for node in nodes {
      if case .text(let text) = node.content, text.utf8.contains(where: { $0 > 0x20 }) {
        words.append(Word(text, at: node.position))
      } else {
        tell(
          "config-type",
          "`\(entry.key)` takes a list of \(item): write each after a `- `, in quotes where it holds a colon",
          at: node.position)
      }
    }
    return words
  }

  /// A word of the model: it ends up in queries and scripts, so it is kept plain.
  private mutating func identifier(_ entry: YAMLNode.Entry) -> Word? {
    let isPlain = entry.key.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    guard isPlain, !entry.key.isEmpty else {
      tell(
        "config-name",
        "“\(entry.key)” cannot be a name in the model; use lower-case letters, digits and hyphens, and give it a `label` for people",
        at: entry.position)
      return nil
    }
    return Word(entry.key, at: entry.position)
  }

  // MARK: Names

  /// Names of causes and departments must be known; one of the company's own says how notes speak of it.
  private mutating func checkNames() {
    let phrased = settings.vocabulary.filter { !$0.words.isEmpty }.map(\.name.text)
    for category in settings.ownCategories
    where category.phrases.isEmpty && !phrased.contains("cause/\(category.id.text)") {
      let hint = NearestName.hint(category.id.text, among: CauseCategory.standard.map(\.rawValue))
      tell(
        "config-no-phrases",
        "No standard category is called `\(category.id.text)`\(hint.isEmpty ? "; one" : "\(hint) One") of your own needs `phrases` by which notes speak of it",
        at: category.id.position)
    }
    let routed = settings.routing.flatMap { $0.words.map(\.text) }
    for team in settings.departments
    where !Department.standard.contains(team.department) && team.names.isEmpty
      && !routed.contains(team.id.text)
    {
      let hint = NearestName.hint(team.id.text, among: Department.standard.map(\.rawValue))
      tell(
        "config-no-names",
        "No standard department is called `\(team.id.text)`\(hint.isEmpty ? "; one" : "\(hint) One") of your own needs `names` by which notes speak of it, or a place under `routing`",
        at: team.id.position)
    }
    let causes = CauseCategory.standard.map(\.rawValue) + settings.ownCategories.map(\.id.text)
    let teams = Department.standard.map(\.rawValue) + settings.departments.map(\.id.text)
    for group in settings.routing {
      if !causes.contains(group.name.text) {
        let hint = NearestName.hint(group.name.text, among: causes)
        tell(
          "config-unknown-key",
          "No category is called `\(group.name.text)`\(hint.isEmpty ? "; add" : "\(hint) Add") it under `categories` if it is your own",
          at: group.name.position)
      }
      for word in group.words where !teams.contains(word.text) {
        let hint = NearestName.hint(word.text, among: teams)
        tell(
          "config-unknown-department",
          "No department is called `\(word.text)`\(hint.isEmpty ? "; add" : "\(hint) Add") it under `departments` if it is your own",
          at: word.position)
      }
    }
  }

  private mutating func unknown(_ entry: YAMLNode.Entry, among names: [String]) {
    let hint = NearestName.hint(entry.key, among: names)
    let advice =
      hint.isEmpty ? "; known here are \(names.map { "`\($0)`" }.joined(separator: ", "))" : hint
    tell("config-unknown-key", "Unknown key `\(entry.key)`\(advice)", at: entry.position)
  }

  private mutating func tell(_ id: String, _ message: String, at position: SourcePosition) {
    findings.append(Finding(id, .error, message, in: settings.source, at: position))
  }
}
