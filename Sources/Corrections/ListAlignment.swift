/// Which items of a list come from which of an older version of it.
struct ListAlignment {
  /// For each item of the newer list, the item of the older one that it comes from.
  private(set) var origins: [Int?]

  /// Fields by which an item is the same whatever else became of it, by the list's name.
  private static let identities = [
    "departments": "department", "candidates": "category", "ruled_out": "category",
    "contributing": "category", "open_questions": "field", "conflicts": "field",
    "competitors": "name", "sources": "file", "quotes": "text", "offboarding": "step",
  ]

  /// Aligns the items of a list that is called `name`.
  ///
  /// In this order counts: being equal, having the same identity, resting on the same words, and saying much the same.
  init(_ newer: [ModelTree], from older: [ModelTree], of name: String) {
    origins = Array(repeating: nil, count: newer.count)
    var free = Set(older.indices)
    func pair(_ isSame: (ModelTree, ModelTree) -> Bool) {
      for index in newer.indices where origins[index] == nil {
        guard let origin = free.sorted().first(where: { isSame(newer[index], older[$0]) }) else {
          continue
        }
        origins[index] = origin
        free.remove(origin)
      }
    }
    pair { $0 == $1 }
    if let identity = Self.identities[name] {
      pair { $0[identity] != nil && $0[identity] == $1[identity] }
    }
    pair { left, right in
      let quotes = Self.quotes(left)
      return !quotes.isEmpty && quotes == Self.quotes(right)
    }
    pair { Self.likeness($0, $1) >= 0.5 }
  }

  /// The words that an item rests on.
  private static func quotes(_ item: ModelTree) -> [String] {
    item["evidence"]?.items.compactMap { $0["quote"]?.text } ?? []
  }

  /// The share of their words that two items have in common (Dice's coefficient).
  private static func likeness(_ left: ModelTree, _ right: ModelTree) -> Double {
    let words = [left, right].map { tree in
      tree.words.flatMap { $0.folded.utf8.split { !$0.isWord } }
        .map { String(decoding: $0, as: UTF8.self) }
    }
    guard words.allSatisfy({ !$0.isEmpty }) else { return 0 }
    let sets = words.map { Set($0) }
    return 2 * Double(sets[0].intersection(sets[1]).count) / Double(sets[0].count + sets[1].count)
  }
}

extension UInt8 {
  fileprivate var isWord: Bool {
    self >= 0x80 || (0x30...0x39).contains(self) || (0x61...0x7A).contains(self)
  }
}
