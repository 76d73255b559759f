/// A template ready to run: everything included, every name resolved to a place.
struct TemplateProgram: Sendable {
  var code: [Instruction] = []
  /// The same as the renderer runs it.
  var steps: [Step] = []
  /// The literal text of all `text` instructions.
  var literals: [UInt8] = []
  /// The slots of dotted names after the first.
  var slots: [Int] = []
  /// The format that text is escaped for.
  let format: OutputFormat
  /// The record that the template is given, if that is known.
  let root: TemplateShape?

  /// One step of rendering.
  enum Instruction: Sendable {
    /// Writes `literals[start..<end]`.
    case text(start: Int, end: Int)
    /// Writes a value.
    case print(Path, Style)
    /// Enters a value, or goes on after `end`, where its `leave` stands.
    case enter(Path, end: Int)
    /// Repeats from after `start` for a list's next item, or leaves the value; only lists have a start.
    case leave(start: Int?)
    /// Goes on at `end` if the value is true.
    case skipIfTrue(Path, end: Int)
  }

  /// Where a value stands: a frame of the stack, a slot in it, and the further slots of a dotted name.
  struct Path: Sendable {
    var frame: Int32
    /// A position in the frame's record, or -1 for the frame itself.
    var slot: Int32
    var rest: Range<Int32>
  }

  /// How a value is written.
  enum Style: Sendable {
    /// Escaped, knowing what may follow.
    case escaped(Following)
    /// As it is.
    case raw
    /// As an address, in a quoted attribute or a link destination; other values than addresses are not written.
    case address
  }
}
