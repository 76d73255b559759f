import Evidence
public import Reporting

/// The templates of a run: what writes with them, and what tells whether they have changed.
public struct LoadedTemplates: Sendable {
  /// Writes reports.
  public let reporter: Reporter
  /// The digest of the files that take the place of the program's own.
  let print: Fingerprint

  /// Loads the program's own templates, and those of `folder` in their place where it has one of that name.
  ///
  /// - Throws: `unreadable` for the folder or a file in it, `unusable` where a template is wrong.
  public init(
    overriddenBy folder: FilePath?, labels: CompanyLabels = CompanyLabels()
  ) throws(WorkspaceError) {
    let overrides = try Templates.overrides(in: folder)
    reporter = try Templates.reporter(overrides, folder, labels)
    print = Fingerprint(
      of: overrides.flatMap {
        [Fingerprint(of: Array($0.name.utf8)), Fingerprint(of: $0.utf8)]
      })
  }
}
