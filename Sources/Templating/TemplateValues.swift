/// The values of one rendering, laid out flat: texts one after the other, and cells that point to them.
///
/// Values are added in the order of their shape's names; `open` and `close` stand around those of a record or a list.
/// Each record is checked against its shape as it is closed; a rendering refuses values in which one did not fit.
public struct TemplateValues: ~Copyable {
  /// A value: what kind it is, and where the rest of it stands.
  struct Cell: BitwiseCopyable {
    /// One of the kinds below, or for a record its shape's ``TemplateShape/code``.
    var kind: Int
    /// Where its text, its items or its fields start; for trusted text which one it is.
    var start: Int32 = 0
    /// How many bytes, items or fields it has; 1 for a flag that is set.
    var count: Int32 = 0

    static let absent = 0
    static let flag = 1
    static let text = 2
    static let trusted = 3
    static let url = 4
    static let list = 5

    /// Where what it has ends.
    var end: Int32 { start + count }
    /// Whether it is a record, the only value that is true with nothing in it.
    var isRecord: Bool { kind > Self.list }
    /// Whether a section with this value is shown.
    var isTruthy: Bool { count != 0 || isRecord }
  }

  /// A value that was taken back, to be added elsewhere.
  public struct Taken: Sendable {
    fileprivate var cell: Cell
    /// Whether there is nothing.
    public var isAbsent: Bool { cell.kind == Cell.absent }
  }

  /// The format that trusted text has to be safe in.
  public private(set) var format: OutputFormat
  /// All texts.
  private(set) var bytes: [UInt8] = []
  /// The fields of all closed records and the items of all closed lists; before a list's items stands their kind.
  private(set) var cells = GrowingBuffer<Cell>(capacity: 1 << 12)
  /// The trusted texts.
  private(set) var trusted: [TrustedText] = []
  /// What did not fit its shape first.
  private(set) var problem: String?
  /// Where renderings are written to, kept for the next one.
  var output = OutputBuffer(capacity: 1 << 17)
  private let isChecked: Bool
  private var stack = GrowingBuffer<Cell>(capacity: 1 << 8)
  private var opened = GrowingBuffer<Int>(capacity: 1 << 6)
  /// Where the text starts that is being written.
  private var textStart = 0

  /// Starts without values, to be rendered in `format`.
  public init(for format: OutputFormat) { self.init(for: format, isChecked: true) }

  /// Without a check for values whose shapes were found by looking at them.
  init(for format: OutputFormat, isChecked: Bool) {
    self.format = format
    self.isChecked = isChecked
    bytes.reserveCapacity(1 << 15)
  }

  /// Starts anew without values, to be rendered in `format`, in the same memory unless that is very large.
  public mutating func reset(for format: OutputFormat) {
    if bytes.capacity > 1 << 20 || cells.capacity > 1 << 16 || output.capacity > 1 << 21 {
      // Not worth keeping for what usually comes.
      self = Self(for: format)
      return
    }
    self.format = format
    bytes.removeAll(keepingCapacity: true)
    cells.truncate(to: 0)
    trusted.removeAll(keepingCapacity: true)
    stack.truncate(to: 0)
    opened.truncate(to: 0)
    problem = nil
    textStart = 0
  }

  // MARK: Single values

  /// Writes a piece of the next text.
  public mutating func write(_ text: String) {
    // The bytes are copied while they are there; a string that is not contiguous is copied the long way.
    let isCopied: Void? = unsafe text.utf8.withContiguousStorageIfAvailable {
      unsafe bytes.append(contentsOf: $0)
    }
    if isCopied == nil { bytes += text.utf8 }
  }

  /// Writes a number as a piece of the next text.
  public mutating func write(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    if rest < 10 { return bytes.append(UInt8(ascii: "0") + UInt8(rest)) }
    let start = bytes.count
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes.append(UInt8(ascii: "0") + UInt8(digit))
      rest = quotient
    } while rest > 0
    var (low, high) = (start, bytes.count - 1)
    while low < high {
      bytes.swapAt(low, high)
      low += 1
      high -= 1
    }
  }

  /// Adds the text that was written.
  public mutating func addWritten() {
    if bytes.count > TemplateRenderer.outputLimit {
      // So much cannot be rendered, and the places of it must stay small numbers.
      problem = problem ?? "the values are larger than 64 MiB"
      bytes.removeLast(bytes.count - textStart)
    }
    stack.append(
      Cell(kind: Cell.text, start: Int32(textStart), count: Int32(bytes.count - textStart)))
    textStart = bytes.count
  }

  /// Adds a text.
  public mutating func add(_ text: String) {
    write(text)
    addWritten()
  }

  /// Adds a text of UTF-8.
  public mutating func add(_ text: ArraySlice<UInt8>) {
    bytes += text
    addWritten()
  }

  /// Adds a number as a text.
  public mutating func add(_ number: Int) {
    write(number)
    addWritten()
  }

  /// Adds yes or no.
  public mutating func add(_ flag: Bool) {
    stack.append(Cell(kind: Cell.flag, count: flag ? 1 : 0))
  }

  /// Adds the address of a link.
  public mutating func add(_ url: SafeURL) {
    bytes += url.utf8
    addWritten()
    stack[stack.count - 1].kind = Cell.url
  }

  /// Adds what was written, `#` and an element's id, as the address of that element of the page.
  ///
  /// Adds nothing where it is anything but ASCII letters, digits, `-` and `_` after the `#`.
  public mutating func addFragment() {
    addWritten()
    let written = stack[stack.count - 1]
    var isFragment = written.count > 0 && bytes[Int(written.start)] == UInt8(ascii: "#")
    for index in Int(written.start) + 1..<max(Int(written.start) + 1, Int(written.end)) {
      let byte = bytes[index]
      isFragment =
        isFragment
        && ((0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
          || byte == 0x2D || byte == 0x5F)
    }
    stack[stack.count - 1].kind = isFragment ? Cell.url : Cell.absent
    if !isFragment { stack[stack.count - 1].count = 0 }
  }

  /// Adds text that is already in the output format.
  public mutating func add(_ text: TrustedText) {
    stack.append(
      Cell(
        kind: Cell.trusted, start: Int32(trusted.count), count: text.utf8.isEmpty ? 0 : 1))
    trusted.append(text)
  }

  /// Adds nothing.
  public mutating func addNothing() { stack.append(Cell(kind: Cell.absent)) }

  /// A value that was taken from nowhere.
  public static let nothing = Taken(cell: Cell(kind: Cell.absent))

  /// Takes the last value back.
  public mutating func take() -> Taken {
    let cell = stack[stack.count - 1]
    stack.truncate(to: stack.count - 1)
    return Taken(cell: cell)
  }

  /// Adds a value that was taken from these values, as often as wanted.
  public mutating func add(_ value: Taken) { stack.append(value.cell) }

  // MARK: Records and lists

  /// Starts a record or a list.
  public mutating func open() { opened.append(stack.count) }

  /// Ends a record: what was added since it was opened are its fields.
  public mutating func close(_ shape: TemplateShape) {
    let first = popOpened()
    if isChecked, problem == nil, !fits(stackFrom: first, shape) {
      problem = ShapeCheck.problem(stack.array(from: first), shape, self)
    }
    move(stackFrom: first, kind: shape.code)
  }

  /// Ends a list: what was added since it was opened are its items.
  public mutating func closeList() {
    let first = popOpened()
    // No kind at all if the items differ: then they are looked at one by one.
    var kind = first < stack.count ? stack[first].kind : Cell.absent
    for index in first..<stack.count where stack[index].kind != kind { kind = -1 }
    cells.append(Cell(kind: kind))
    move(stackFrom: first, kind: Cell.list)
  }

  /// Ends a list that is the one field of a record of `shape`; adds nothing where it has no items.
  public mutating func closeList(in shape: TemplateShape) {
    if let first = opened.last, first == stack.count {
      _ = popOpened()
      addNothing()
      return
    }
    closeList()
    opened.append(stack.count - 1)
    close(shape)
  }

  private mutating func popOpened() -> Int {
    let first = opened[opened.count - 1]
    opened.truncate(to: opened.count - 1)
    return first
  }

  /// Makes one value of all that stand on the stack from `first`.
  private mutating func move(stackFrom first: Int, kind: Int) {
    let start = cells.count
    stack.move(from: first, to: &cells)
    stack.append(Cell(kind: kind, start: Int32(start), count: Int32(cells.count - start)))
  }

  /// Whether the values from `first` plainly are the fields of `shape`; ``ShapeCheck`` looks closer.
  private func fits(stackFrom first: Int, _ shape: TemplateShape) -> Bool {
    guard stack.count - first == shape.codes.count else { return false }
    for slot in shape.codes.indices {
      let value = stack[first + slot]
      if value.kind == Cell.absent || value.kind == shape.codes[slot] { continue }
      guard value.kind == Cell.list, shape.itemCodes[slot] >= 0,
        value.count == 0 || cells[Int(value.start) - 1].kind == shape.itemCodes[slot]
      else { return false }
    }
    return true
  }

  // MARK: Rendering

  /// The one value that all others belong to, or nil where something was left open or taken away.
  var root: Cell? { stack.count == 1 && opened.count == 0 ? stack[0] : nil }
}
