import PostmortemModel
import Templating

/// Makes what the index page's template is given.
struct IndexContext {
  private var rows: [TemplateValue] = []
  private var failures: [TemplateValue] = []

  /// Adds a line to the page.
  mutating func add(_ entry: IndexEntry) {
    switch entry.content {
    case .report(let line): rows.append(row(line, entry.link))
    case .failure(let reason): failures.append(failure(reason, of: entry.link))
    }
  }

  /// Returns all that the page needs.
  func record(style: PageStyle) -> TemplateRecord {
    var summary = rows.count == 1 ? "1 report" : "\(rows.count) reports"
    if !failures.isEmpty {
      summary += failures.count == 1 ? ", 1 note without" : ", \(failures.count) notes without"
    }
    return TemplateRecord(
      ReportShapes.index,
      [
        style.value, .text(style.source), .text(summary), list(rows), list(failures),
      ])
  }

  private func list(_ rows: [TemplateValue]) -> TemplateValue {
    rows.isEmpty ? .absent : .record(TemplateRecord(ReportShapes.indexRows, [.list(rows)]))
  }

  private func row(_ line: IndexLine, _ link: String) -> TemplateValue {
    .record(
      TemplateRecord(
        ReportShapes.indexRow,
        [
          .text(line.account ?? line.id), Self.startTag(link), .text(line.id),
          .text(Labels.label(line.cause)),
          .text(Labels.label(line.outcome)), .text(line.outcome.rawValue),
          line.churnDate.map { .text(Wording.date($0)) } ?? .absent,
          line.contractValue.map { .text(Wording.money($0)) } ?? .absent, .absent,
        ]))
  }

  private func failure(_ reason: String, of name: String) -> TemplateValue {
    .record(
      TemplateRecord(
        ReportShapes.indexRow,
        [
          .absent, .absent, .text(name), .absent, .absent, .absent, .absent, .absent,
          .text(reason),
        ]))
  }

  /// The start of a link to a relative path: only characters without meaning in HTML are left in it.
  private static func startTag(_ link: String) -> TemplateValue {
    .trusted(TrustedText("<a href=\"./\(encoded(link))\">", safeIn: .html))
  }

  /// A path as part of a relative address: all but plain characters is percent-encoded (RFC 3986, section 2.3).
  static func encoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        result.append(byte)
      default:
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
