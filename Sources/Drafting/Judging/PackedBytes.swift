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
  /// Adds up rows that are as wide as there are sums: of each row, `rows` has the number, one number of it goes to each sum.
  func add(rows: [Int32], to sums: inout [Int32]) {
    let width = sums.count
    var narrow = [Int16](repeating: 0, count: width)
    // So many rows cannot leave sixteen bits, of which twice as many are added at once.
    let most = 256
    for start in stride(from: 0, to: rows.count, by: most) {
      var part = narrow.mutableSpan
      for index in part.indices { part[index] = 0 }
      for row in rows[start..<min(start + most, rows.count)] {
        let first = Int(row) * width
        // Checked once here, not for each of them.
        precondition(first >= 0 && first <= count - width, "no such row")
        for index in part.indices {
          unsafe part[unchecked: index] &+= Int16(
            self.start.load(fromByteOffset: first &+ index, as: Int8.self))
        }
      }
      for index in 0..<width { sums[index] += Int32(narrow[index]) }
    }
  }
}
