import PostmortemModel
import Templating

/// Makes what the index page's template is given.
struct IndexContext {
  private let entries: [IndexEntry]

  /// Prepares the page of `entries`.
  init(_ entries: [IndexEntry]) { self.entries = entries }

  /// Returns all that the page needs.
  func values(style: PageStyle) -> TemplateValues {
    var values = TemplateValues(for: .html)
    var failures = 0
    for entry in entries {
      if case .failure = entry.content { failures += 1 }
    }
    let reports = entries.count - failures
    values.open()
    values.add(style.element)
    values.add(style.source)
    values.write(reports == 1 ? "1 report" : "\(reports) reports")
    if failures > 0 {
      values.write(failures == 1 ? ", 1 note without" : ", \(failures) notes without")
    }
    values.addWritten()
    values.open()
    for entry in entries {
      if case .postmortem(let model) = entry.content { addRow(model, entry.link, to: &values) }
    }
    values.closeList(in: ReportShapes.indexRows)
    values.open()
    for entry in entries {
      if case .failure(let reason) = entry.content {
        addFailure(reason, of: entry.link, to: &values)
      }
    }
    values.closeList(in: ReportShapes.indexRows)
    values.close(ReportShapes.index)
    return values
  }

  private func addRow(_ model: Postmortem, _ link: String, to values: inout TemplateValues) {
    let account = model.account
    values.open()
    values.add(account.name ?? model.id)
    values.add(Self.startTag(link))
    values.add(model.id)
    values.add(Labels.label(model.rootCause.primary.category))
    values.add(Labels.label(model.outcome))
    values.add(model.outcome.rawValue)
    if let date = account.churnDate { values.add(Wording.date(date)) } else { values.addNothing() }
    if let value = account.contractValue {
      values.add(Wording.money(value))
    } else {
      values.addNothing()
    }
    values.addNothing()
    values.close(ReportShapes.indexRow)
  }

  private func addFailure(
    _ reason: String, of name: String, to values: inout TemplateValues
  ) {
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
