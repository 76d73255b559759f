import PostmortemModel
import Templating

/// Makes what the index page's template is given.
struct IndexContext: ~Copyable {
  private var values = TemplateValues(for: .html)
  private let labels: CompanyLabels
  private var reports = 0
  private var failures: [(note: String, reason: String)] = []

  /// Starts a page without lines.
  init(_ labels: CompanyLabels) {
    self.labels = labels
    values.open()
  }

  /// Adds a line to the page.
  mutating func add(_ entry: IndexEntry) {
    switch entry.content {
    case .report(let line):
      reports += 1
      addRow(line, entry.link)
    case .failure(let reason): failures.append((entry.link, reason))
    }
  }

  /// Returns all that the page needs.
  consuming func finish(style: PageStyle) -> TemplateValues {
    values.closeList(in: ReportShapes.indexRows)
    let rows = values.take()
    values.open()
    values.add(style.element)
    values.add(style.source)
    values.write(reports == 1 ? "1 report" : "\(reports) reports")
    if !failures.isEmpty {
      values.write(failures.count == 1 ? ", 1 note without" : ", \(failures.count) notes without")
    }
    values.addWritten()
    values.add(rows)
    values.open()
    for failure in failures { addFailure(failure.reason, of: failure.note) }
    values.closeList(in: ReportShapes.indexRows)
    values.close(ReportShapes.index)
    return values
  }

  private mutating func addRow(_ line: IndexLine, _ link: String) {
    values.open()
    values.add(line.account ?? line.id)
    values.add(Self.startTag(link))
    values.add(line.id)
    values.add(labels.label(line.cause))
    values.add(Labels.label(line.outcome))
    values.add(line.outcome.rawValue)
    if let date = line.churnDate { values.add(Wording.date(date)) } else { values.addNothing() }
    if let value = line.contractValue {
      values.add(Wording.money(value))
    } else {
      values.addNothing()
    }
    values.addNothing()
    values.close(ReportShapes.indexRow)
  }

  private mutating func addFailure(_ reason: String, of name: String) {
    values.open()
    values.addNothing()
    values.addNothing()
    values.add(name)
    for _ in 0..<5 { values.addNothing() }
    values.add(reason)
    values.close(ReportShapes.indexRow)
  }

  /// The start of a link to a relative path: only characters without meaning in HTML are left in it.
  private static func startTag(_ link: String) -> TrustedText {
    TrustedText("<a href=\"./\(encoded(link))\">", safeIn: .html)
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
