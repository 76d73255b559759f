public import PostmortemModel

/// Brings what a person corrected and what a changed note says together, field by field.
///
/// Of three versions - what was written, what a person made of it, what would be written now - each field follows whoever
/// changed it. Where both did, the person counts, and it is listed.
public struct Merge {
  /// Two changes of one field.
  public struct Clash: Equatable, Sendable {
    /// The field, such as `lessons[2].statement`; items count from 1.
    public var field: String
    /// What the person made of it, which was kept.
    public var kept: String
    /// What the note says now.
    public var other: String

    /// Creates a value from its parts.
    public init(field: String, kept: String, other: String) {
      self.field = field
      self.kept = kept
      self.other = other
    }
  }

  /// What came of it.
  public private(set) var merged: Postmortem
  /// The fields that the person changed.
  public private(set) var edited: [String] = []
  /// The fields that the note has changed since, and the person has not.
  public private(set) var followed: [String] = []
  /// The fields that both changed.
  public private(set) var clashes: [Clash] = []

  /// Merges `edit`, which a person made of `base`, with `note`, which the note says now.
  ///
  /// The name and the sources are the note's.
  public init(base: Postmortem, edit: Postmortem, note: Postmortem) {
    merged = note
    let (baseTree, noteTree) = (ModelTree(base), ModelTree(note))
    var edit = edit
    (edit.id, edit.schemaVersion, edit.sources) = (base.id, base.schemaVersion, base.sources)
    let tree = merge(baseTree, ModelTree(edit), noteTree, "")
    if let model = tree.map({ Self.follow(noteTree, from: baseTree, $0) })?.model { merged = model }
    followDates()
  }

  /// Has the tenure follow the dates, wherever these come from.
  private mutating func followDates() {
    guard let months = merged.account.tenureOfDates else { return }
    merged.account.tenureMonths = months
    clashes.removeAll { $0.field == "account.tenure_months" }
  }

  /// Merges one value; nil stands for a key that is not there.
  private mutating func merge(
    _ base: ModelTree?, _ edit: ModelTree?, _ note: ModelTree?, _ path: String
  ) -> ModelTree? {
    if edit == base {
      if note != base { list(&followed, base, note, path) }
      return note
    }
    if note == base {
      list(&edited, base, edit, path)
      return edit
    }
    if edit == note {
      list(&edited, base, edit, path)
      return edit
    }
    switch (base, edit, note) {
    case (.record(let old)?, .record(let mine)?, .record(let new)?)
    where !Self.isWhole(path):
      var keys = new.map(\.key)
      for key in (mine + old).map(\.key) where !keys.contains(key) { keys.append(key) }
      return .record(
        keys.compactMap { key in
          merge(base?[key], edit?[key], note?[key], Self.path(path, key))
            .map { ModelTree.Field(key: key, value: $0) }
        })
    case (.list(let old)?, .list(let mine)?, .list(let new)?) where !Self.isWhole(path):
      return .list(mergeLists(old, mine, new, path))
    default:
      edited.append(path)
      clashes.append(
        Clash(field: path, kept: edit?.shown ?? "nothing", other: note?.shown ?? "nothing"))
      return edit
    }
  }

  /// Whether a value counts as one field whatever it is made of: evidence, and an amount with its currency.
  private static func isWhole(_ path: String) -> Bool {
    path == "account.contract_value" || path.utf8.starts(with: "account.evidence.".utf8)
      || (path.utf8.suffix(9).elementsEqual(".evidence".utf8) && path != "account.evidence")
  }

  private static func path(_ path: String, _ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }

  /// Moves passages to where the note has the same words now.
  private static func follow(
    _ note: ModelTree, from base: ModelTree, _ merged: ModelTree
  ) -> ModelTree {
    let (old, passages) = (base.passages, note.passages)
    return merged.changingPassages { passage in
      if passages.contains(passage) || !old.contains(passage) { return passage }
      return passages.first {
        $0["source"] == passage["source"] && $0["quote"] == passage["quote"]
      } ?? passage
    }
  }

  // MARK: Lists

  private mutating func mergeLists(
    _ base: [ModelTree], _ edit: [ModelTree], _ note: [ModelTree], _ path: String
  ) -> [ModelTree] {
    let name = path.cut(atLast: ".")?.after ?? path
    let mine = ListAlignment(edit, from: base, of: name).origins
    let new = ListAlignment(note, from: base, of: name).origins
    // What both have added.
    let added = edit.indices.filter { mine[$0] == nil }
    let addedToNote = note.indices.filter { new[$0] == nil }
    let shared = ListAlignment(
      addedToNote.map { note[$0] }, from: added.map { edit[$0] }, of: name
    ).origins
    var placed: [(item: ModelTree, edit: Int?)] = []
    for index in note.indices {
      let field = "\(path)[\(placed.count + 1)]"
      if let origin = new[index] {
        guard let edited = mine.firstIndex(of: origin) else {
          drop(base[origin], note[index], path)
          continue
        }
        if let item = merge(base[origin], edit[edited], note[index], field) {
          placed.append((item, edited))
        }
      } else if let place = addedToNote.firstIndex(of: index), let twin = shared[place] {
        placed.append((edit[added[twin]], added[twin]))
        self.edited.append(field)
      } else {
        followed.append(field)
        placed.append((note[index], nil))
      }
    }
    place(base, edit, mine, in: &placed, path)
    return placed.map(\.item)
  }

  /// Tells of an item that the person deleted, which the note may have changed.
  private mutating func drop(_ base: ModelTree, _ note: ModelTree, _ path: String) {
    edited.append(path)
    if note != base { clashes.append(Clash(field: path, kept: "nothing", other: note.shown)) }
  }

  /// Puts what the person added, or changed though the note has it no more, after what it stood after.
  private mutating func place(
    _ base: [ModelTree], _ edit: [ModelTree], _ origins: [Int?],
    in placed: inout [(item: ModelTree, edit: Int?)], _ path: String
  ) {
    for index in edit.indices where !placed.contains(where: { $0.edit == index }) {
      if let origin = origins[index] {
        guard edit[index] != base[origin] else {
          followed.append(path)
          continue
        }
        clashes.append(Clash(field: path, kept: edit[index].shown, other: "nothing"))
      }
      let before = placed.lastIndex { $0.edit.map { $0 < index } ?? false }
      placed.insert((edit[index], index), at: before.map { $0 + 1 } ?? 0)
      edited.append("\(path)[\((before ?? -1) + 2)]")
    }
  }

  // MARK: Differences

  /// Adds the fields in which two versions differ.
  private func list(
    _ fields: inout [String], _ base: ModelTree?, _ other: ModelTree?, _ path: String
  ) {
    switch (base, other) {
    case (.record(let old)?, .record(let new)?) where !Self.isWhole(path):
      var keys = old.map(\.key)
      for key in new.map(\.key) where !keys.contains(key) { keys.append(key) }
      for key in keys where base?[key] != other?[key] {
        list(&fields, base?[key], other?[key], Self.path(path, key))
      }
    case (.list(let old)?, .list(let new)?) where !Self.isWhole(path):
      let origins = ListAlignment(new, from: old, of: path.cut(atLast: ".")?.after ?? path).origins
      for (index, origin) in origins.enumerated() {
        let field = "\(path)[\(index + 1)]"
        guard let origin else {
          fields.append(field)
          continue
        }
        if old[origin] != new[index] { list(&fields, old[origin], new[index], field) }
      }
      if old.indices.contains(where: { !origins.contains($0) }) { fields.append(path) }
    default: fields.append(path)
    }
  }
}
