/// Appends text to output so that it stays text in a format.
///
/// It works on bytes: to Swift a quotation mark with a combining mark is another Character, to a browser it is a
/// quotation mark.
struct Escaper {
  private let format: OutputFormat
  private var scratch: [UInt8] = []

  /// Escapes for `format`.
  init(_ format: OutputFormat) { self.format = format }

  /// Appends `text`; `next` is the byte that the template writes after it, 0 where that is not known.
  mutating func append(_ text: some Sequence<UInt8>, to output: inout [UInt8], next: UInt8) {
    let start = output.count
    output.append(contentsOf: text)
    guard let first = output[start...].firstIndex(where: HTMLEscaping.isSpecial) else { return }
    scratch.removeAll(keepingCapacity: true)
    scratch += output[first...]
    output.removeSubrange(first...)
    HTMLEscaping.append(scratch, to: &output)
  }

  /// Appends an address that a quoted attribute starts with.
  mutating func appendAddress(_ address: some Sequence<UInt8>, to output: inout [UInt8]) {
    append(address, to: &output, next: 0)
  }
}
