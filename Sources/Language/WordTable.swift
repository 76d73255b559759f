/// A hash table from 64-bit hashes to numbers: open addressing, since the keys are hashes already.
public struct WordTable: Sendable {
  private var slots: [(key: UInt64, value: Int32)]
  private var count = 0

  /// Makes a table of `capacity` slots, a power of two; it grows before it is half full.
  public init(capacity: Int) { slots = Array(repeating: (0, -1), count: capacity) }

  /// The number under `key`, or -1.
  public func value(_ key: UInt64) -> Int32 {
    let mask = slots.count - 1
    var slot = Self.start(key) & mask
    while true {
      let entry = slots[slot]
      if entry.value < 0 || entry.key == key { return entry.value }
      slot = (slot + 1) & mask
    }
  }

  /// Puts `value`, which is not negative, under `key`.
  public mutating func insert(_ key: UInt64, _ value: Int32) {
    if count * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    var slot = Self.start(key) & mask
    while true {
      let entry = slots[slot]
      if entry.value < 0 {
        slots[slot] = (key, value)
        count += 1
        return
      }
      if entry.key == key {
        slots[slot].value = value
        return
      }
      slot = (slot + 1) & mask
    }
  }

  static func start(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key ^ (key >> 29)) & 0x7FFF_FFFF)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, -1), count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry.value >= 0 {
      var slot = Self.start(entry.key) & mask
      while slots[slot].value >= 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}
