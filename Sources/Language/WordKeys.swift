/// A set of words by their hashes: open addressing, since the keys are hashes already.
public struct WordKeys: Sendable {
  /// The keys, each at the first free slot from its own on; 0 is an empty slot.
  private let slots: [UInt64]

  /// The words of `keys`, none of which is 0.
  public init(_ keys: some Collection<UInt64>) {
    var capacity = 4
    while capacity < keys.count * 4 { capacity *= 2 }
    var slots = [UInt64](repeating: 0, count: capacity)
    for key in keys where key != 0 {
      var slot = WordTable.start(key) & (capacity - 1)
      while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = key
    }
    self.slots = slots
  }

  /// The words of a list in folded form, white space or hyphens between them; lines that begin with `#` are comments.
  public init(list bytes: [UInt8]) {
    var keys: [UInt64] = []
    keys.reserveCapacity(bytes.count / 6)
    for line in bytes.split(separator: 0x0A) where line.first != 0x23 {
      for word in line.split(whereSeparator: { $0 == 0x20 || $0 == 0x2D }) {
        keys.append(WordForm.key(word))
      }
    }
    self.init(keys)
  }

  /// The words of `text` in folded form, spaces between them.
  init(_ text: String) {
    self.init(text.utf8.split(separator: 0x20).map { WordForm.key($0) })
  }

  /// Whether the word is in the set.
  public func contains(_ key: UInt64) -> Bool {
    var slot = WordTable.start(key) & (slots.count - 1)
    while true {
      let other = slots[slot]
      if other == 0 { return false }
      if other == key { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
  }
}
