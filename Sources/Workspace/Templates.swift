public import Evidence
public import Reporting
import Templating

/// The templates that reports are written with, as files that a company can edit.
public enum Templates {
  /// A writer of reports that uses the templates of `folder` where it has one of a default's name.
  ///
  /// - Throws: `unreadable` for the folder or a file in it, `unusable` where a template is wrong.
  public static func reporter(
    overriddenBy folder: FilePath?, labels: CompanyLabels = CompanyLabels()
  ) throws(WorkspaceError) -> Reporter {
    try LoadedTemplates(overriddenBy: folder, labels: labels).reporter
  }

  /// The templates and style sheets of `folder`; none where there is none.
  static func overrides(in folder: FilePath?) throws(WorkspaceError) -> [SourceText] {
    try folder.map { path throws(WorkspaceError) in try files(in: path).map(\.text) } ?? []
  }

  private static func files(in folder: FilePath) throws(WorkspaceError) -> [InputFile] {
    var files: [InputFile] = []
    for name in try Disk.names(in: folder)
    where ["mustache", "css"].contains(FilePath(bytes: name).fileExtension) {
      files.append(try InputFile(reading: folder.appending(name)))
    }
    return files
  }

  /// A writer of reports that uses `overrides`, which were read from `folder`.
  static func reporter(
    _ overrides: [SourceText], _ folder: FilePath?, _ labels: CompanyLabels
  ) throws(WorkspaceError) -> Reporter {
    do throws(TemplateError) {
      return try Reporter(overrides: overrides, labels: labels)
    } catch {
      throw .unusable([
        Finding(
          "template", .error, error.message,
          in: folder.map { "\($0.appending(error.file))" } ?? error.file, at: error.position)
      ])
    }
  }

  /// What to tell of files in `folder` that no report is written with: their names are no default's, and no other
  /// template there includes them.
  public static func unused(in folder: FilePath) throws(WorkspaceError) -> [Finding] {
    let defaults = Set(Reporter.templates.map(\.name))
    let files = try files(in: folder)
    return files.filter { file in
      let inclusion = Array(">\(String(decoding: file.path.stem, as: UTF8.self))}}".utf8)
      return !defaults.contains(file.text.name)
        && !files.contains { $0.text.utf8.filter { $0 != 0x20 }.contains(inclusion) }
    }.map { file in
      Finding(
        "template-unused", .warning,
        "Not used: no default template has this name, and no template of the folder includes it; `postmortem init` writes those that there are",
        in: "\(file.path)")
    }
  }

  /// Writes the default templates into `folder`, and tells of those that were there already and stay as they are.
  public static func write(to folder: FilePath) throws(WorkspaceError) -> (
    written: [FilePath], findings: [Finding]
  ) {
    try Disk.createFolder(folder)
    var written: [FilePath] = []
    var findings: [Finding] = []
    for template in Reporter.templates {
      let path = folder.appending(template.name)
      if Disk.status(path) != nil {
        findings.append(
          Finding(
            "template-kept", .note, "Left as it is: there is such a file already", in: "\(path)"))
      } else {
        try Disk.save(template.utf8, to: path, replacing: false)
        written.append(path)
      }
    }
    return (written, findings)
  }
}
