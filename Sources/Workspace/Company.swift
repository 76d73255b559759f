import Drafting
public import Evidence
import PostmortemModel
public import Reporting
import Settings

/// What a company's `postmortem.yml` makes of the program: how notes are read and what reports call things.
public struct Company: Sendable {
  /// Drafts post-mortems.
  let drafter: Drafter
  /// What reports call categories and departments.
  public let labels: CompanyLabels
  /// What to tell of the file, which is used all the same.
  public let findings: [Finding]
  /// The digest of the file; of nothing where there is none.
  let print: Fingerprint

  /// The program as it is.
  public static let none = Company()

  private init() {
    drafter = Drafter()
    labels = CompanyLabels()
    findings = []
    print = Fingerprint(of: [UInt8]())
  }

  /// Reads the settings at `path`.
  ///
  /// - Throws: `unreadable`, and `unusable` where anything in the file is wrong: it is used whole or not at all.
  public init(reading path: FilePath) throws(WorkspaceError) {
    let file = try InputFile(reading: path)
    var (settings, findings) = CompanySettings.read(file.text)
    for index in findings.indices { findings[index].source = "\(path)" }
    guard findings.allSatisfy({ $0.severity < .error }) else { throw .unusable(findings) }
    let labels = Self.labels(settings)
    var errors = Self.ambiguous(settings, labels, path)
    var drafter = Drafter()
    do throws(SettingsError) {
      drafter = try Drafter(settings)
    } catch {
      errors += error.findings.map {
        Finding($0.id, $0.severity, $0.message, in: "\(path)", at: $0.position)
      }
    }
    guard errors.isEmpty else { throw .unusable((findings + errors).sortedForReading()) }
    self.drafter = drafter
    self.labels = labels
    self.findings = findings
    print = Fingerprint(of: file.text.utf8)
  }

  private static func labels(_ settings: CompanySettings) -> CompanyLabels {
    var labels = CompanyLabels()
    for entry in settings.categories { labels.categories[entry.category] = entry.label?.text }
    for entry in settings.departments { labels.departments[entry.department] = entry.label?.text }
    return labels
  }

  private static func ambiguous(
    _ settings: CompanySettings, _ labels: CompanyLabels, _ path: FilePath
  ) -> [Finding] {
    let categories = labels.ambiguousCategories
    let departments = labels.ambiguousDepartments
    let words =
      settings.categories.filter { categories.contains($0.category) }.map(\.label)
      + settings.departments.filter { departments.contains($0.department) }.map(\.label)
    return words.compactMap(\.self).map { word in
      Finding(
        "config-label", .error,
        "Another one is called “\(word.text)” too; give this one a label of its own", in: "\(path)",
        at: word.position)
    }
  }
}
