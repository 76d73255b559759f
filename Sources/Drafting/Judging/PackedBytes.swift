/// Bytes that stay where they are for as long as the program runs, so that tables in them are read in place.
///
/// The pages of an embedded table are fetched as they are looked at; most of them are not, for one note.
package struct PackedBytes: Sendable {
  /// Their address, as a number: nothing there is ever written to or freed, so that threads may share it.
  private let address: UInt
  package let count: Int

  /// Bytes that are embedded in the program.
  init(embedded bytes: UnsafeBufferPointer<UInt8>) {
    (address, count) = (UInt(bitPattern: bytes.baseAddress), bytes.count)
  }

  /// A copy of `bytes` that is kept until the program ends.
  package init(keeping bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    unsafe copy.copyBytes(from: bytes)
    (address, count) = (UInt(bitPattern: copy.baseAddress), bytes.count)
  }

  /// `count` numbers from `offset` on, none where the bytes end before.
  func numbers<Value: BitwiseCopyable>(
    _ type: Value.Type = Value.self, at offset: Int, count: Int
  ) -> PackedArray<Value> {
    let isThere =
      offset >= 0 && count >= 0 && offset <= self.count
      && count <= (self.count - offset) / MemoryLayout<Value>.stride
    return isThere
      ? PackedArray(address: address + UInt(offset), count: count)
      : PackedArray(address: address, count: 0)
  }

  /// A copy of them.
  var all: [UInt8] { numbers(at: 0, count: count).all }
}

/// Numbers that lie in ``PackedBytes``.
struct PackedArray<Element: BitwiseCopyable>: Sendable {
  private let address: UInt
  let count: Int

  fileprivate init(address: UInt, count: Int) { (self.address, self.count) = (address, count) }

  private var start: UnsafeRawPointer {
    unsafe UnsafeRawPointer(bitPattern: address).unsafelyUnwrapped
  }

  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count, "no such number")
    let offset = index &* MemoryLayout<Element>.stride
    return unsafe start.loadUnaligned(fromByteOffset: offset, as: Element.self)
  }

  /// A copy of them.
  var all: [Element] {
    unsafe Array(unsafeUninitializedCapacity: count) { elements, initialized in
      let bytes = unsafe UnsafeRawBufferPointer(
        start: start, count: count * MemoryLayout<Element>.stride)
      unsafe UnsafeMutableRawBufferPointer(elements).copyMemory(from: bytes)
      initialized = count
    }
  }
}

extension PackedArray<Int8> {
  /// Adds as many numbers as there are sums, from `first` on, one to each.
  func add(_ first: Int, to sums: inout [Int32]) {
    // Checked once here, not for each of them.
    precondition(first >= 0 && first <= count - sums.count, "no such row")
    var all = sums.mutableSpan
    for index in all.indices {
      unsafe all[unchecked: index] &+= Int32(
        start.load(fromByteOffset: first &+ index, as: Int8.self))
    }
  }
}
