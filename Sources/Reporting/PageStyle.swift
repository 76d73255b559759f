import Evidence
import Templating

/// The style sheet of a page and the name by which the page's security policy allows it.
struct PageStyle: Sendable {
  /// The page's one style element, for `{{{style}}}`.
  let element: TrustedText
  /// The policy's source expression, such as `sha256-…`.
  let source: String

  /// Joins style sheets.
  ///
  /// - Throws: Where a sheet would end the style element that holds it.
  init(_ sheets: [SourceText]) throws(TemplateError) {
    var bytes: [UInt8] = [0x0A]
    for sheet in sheets {
      // A browser reads CRLF as LF, and the digest is of what it reads.
      let text = Self.withoutCarriageReturns(sheet.utf8)
      for index in text.indices where text[index] == UInt8(ascii: "<") {
        let next = index + 1 < text.count ? text[index + 1] : 0
        guard next == UInt8(ascii: "/") || next == UInt8(ascii: "!") else { continue }
        throw TemplateError("a style sheet may not contain `</` or `<!`", in: sheet.name)
      }
      bytes += text
    }
    let element = Array("<style>".utf8) + bytes + Array("</style>".utf8)
    self.element = TrustedText(element, safeIn: .html)
    source = StyleDigest.source(of: bytes)
  }

  private static func withoutCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for index in bytes.indices {
      if bytes[index] == 0x0D {
        if index + 1 == bytes.count || bytes[index + 1] != 0x0A { result.append(0x0A) }
      } else {
        result.append(bytes[index])
      }
    }
    return result
  }
}
