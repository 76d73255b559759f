/// Plain elements one after the other: an array with one owner, which need not ask at each element who else holds it.
@safe struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  /// How many elements there are.
  private(set) var count = 0
  /// How many there is room for.
  private(set) var capacity: Int
  // Only this file touches the memory: `count` elements of it are set, and none is beyond `capacity`.
  private var memory: UnsafeMutablePointer<Element>

  /// Makes room for `capacity` elements to begin with.
  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    unsafe memory = .allocate(capacity: self.capacity)
  }

  deinit { unsafe memory.deallocate() }

  /// The last element.
  var last: Element? { count > 0 ? self[count - 1] : nil }

  /// The element at `index`.
  subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count)
      return unsafe memory[index]
    }
    set {
      precondition(index >= 0 && index < count)
      unsafe memory[index] = newValue
    }
  }

  /// The elements from `first` on.
  func array(from first: Int) -> [Element] {
    precondition(first >= 0 && first <= count)
    return unsafe Array(UnsafeBufferPointer(start: memory + first, count: count - first))
  }

  /// Adds an element.
  mutating func append(_ element: Element) {
    if count == capacity { grow(by: 1) }
    unsafe (memory + count).initialize(to: element)
    count += 1
  }

  /// Adds elements.
  mutating func append(_ elements: Span<Element>) {
    let length = elements.count
    if length > capacity - count { grow(by: length) }
    unsafe elements.withUnsafeBufferPointer { elements in
      guard let start = elements.baseAddress else { return }
      unsafe (memory + count).initialize(from: start, count: length)
    }
    count += length
  }

  /// Moves the elements from `first` to the end of another buffer.
  mutating func move(from first: Int, to other: inout Self) {
    precondition(first >= 0 && first <= count)
    let length = count - first
    if length > other.capacity - other.count { other.grow(by: length) }
    unsafe (other.memory + other.count).initialize(from: memory + first, count: length)
    other.count += length
    count = first
  }

  /// Removes the elements from `count` on.
  mutating func truncate(to count: Int) {
    precondition(count >= 0 && count <= self.count)
    self.count = count
  }

  private mutating func grow(by length: Int) {
    let larger = max(2 * capacity, count + length)
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    unsafe memory.initialize(from: self.memory, count: count)
    unsafe self.memory.deallocate()
    unsafe self.memory = memory
    capacity = larger
  }
}

/// Bytes that are written one piece after the other.
typealias OutputBuffer = GrowingBuffer<UInt8>

extension GrowingBuffer<UInt8> {
  /// Writes constant text.
  mutating func append(_ text: StaticString) {
    unsafe append(Span(_unsafeStart: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Writes text.
  mutating func append(_ text: String) {
    // The bytes are copied while they are there; a string that is not contiguous is copied the long way.
    let isCopied: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
      unsafe append(Span(_unsafeElements: bytes))
    }
    if isCopied == nil {
      for byte in text.utf8 { append(byte) }
    }
  }
}
