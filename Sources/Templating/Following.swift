/// What the template may write right after a value: Markdown's meaning of a value's last byte can hang on it.
struct Following: OptionSet, Sendable {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// `[`: it would make an image of a link after an exclamation mark.
  static let bracket = Following(rawValue: 1)
  /// `.` or `)`: it would make a list marker of a number.
  static let listMarker = Following(rawValue: 2)
  /// A letter, digit, `#` or `;`: it would go on with an entity.
  static let entity = Following(rawValue: 4)
  /// White space or the end: it would complete a marker.
  static let space = Following(rawValue: 8)
  /// Nothing is known, as before another value.
  static let anything: Following = [.bracket, .listMarker, .entity, .space]

  /// How many steps are looked ahead.
  private static let stepLimit = 64

  /// What a literal byte is.
  init(byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): self = .bracket
    case UInt8(ascii: "."), UInt8(ascii: ")"): self = .listMarker
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "#"), UInt8(ascii: ";"):
      self = .entity
    case 0x20, 0x09, 0x0A, 0x0D: self = .space
    default: self = []
    }
  }

  /// What can be written first after the instruction at `index`, on any way through the program.
  init(after index: Int, in program: TemplateProgram) {
    var result: Following = []
    var pending = [index + 1]
    var seen: Set<Int> = []
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      guard seen.count <= Self.stepLimit else {
        self = .anything
        return
      }
      guard next < program.code.count else {
        result.formUnion(.space)
        continue
      }
      switch program.code[next] {
      case .text(let start, _): result.formUnion(Following(byte: program.literals[start]))
      case .print: result = .anything
      case .enter(_, let end): pending += [next + 1, end + 1]
      case .leave(let start):
        pending.append(next + 1)
        if let start { pending.append(start + 1) }
      case .skipIfTrue(_, let end): pending += [next + 1, end]
      }
    }
    self = result
  }
}
