/// Appends text to output so that it stays text in a format.
///
/// It works on bytes: to Swift a quotation mark with a combining mark is another Character, to a browser it is a
/// quotation mark.
struct Escaper {
  private let format: OutputFormat
  private var scratch: [UInt8] = []

  /// Escapes for `format`.
  init(_ format: OutputFormat) { self.format = format }

  /// Appends `text`, after which the template writes `following`.
  mutating func append(
    _ text: some Sequence<UInt8>, to output: inout [UInt8], following: Following
  ) {
    let start = output.count
    output.append(contentsOf: text)
    switch format {
    case .html:
      let plain = start + HTMLEscaping.plainPrefix(of: output[start...])
      if plain == output.count { return }
      take(from: plain, of: &output)
      HTMLEscaping.append(scratch[...], to: &output)
    case .markdown:
      take(from: start, of: &output)
      MarkdownEscaping.append(scratch[...], to: &output, following: following)
    case .plain:
      take(from: start + PlainEscaping.plainPrefix(of: output[start...]), of: &output)
      PlainEscaping.append(scratch[...], to: &output)
    }
  }

  /// Appends an address where the format expects one: in a quoted attribute or a link destination.
  mutating func appendAddress(_ address: [UInt8], to output: inout [UInt8]) {
    if format == .markdown {
      MarkdownEscaping.appendAddress(address[...], to: &output)
    } else {
      append(address, to: &output, following: .anything)
    }
  }

  /// Moves the end of the output into `scratch`.
  private mutating func take(from start: Int, of output: inout [UInt8]) {
    scratch.removeAll(keepingCapacity: true)
    guard start < output.count else { return }
    scratch += output[start...]
    output.removeSubrange(start...)
  }
}
