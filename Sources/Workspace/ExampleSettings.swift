public import Evidence

/// A `postmortem.yml` to begin with: everything in it is commented out, so that it changes nothing as it is.
public enum ExampleSettings {
  /// The file.
  public static let text = """
    # The words of our company, for `postmortem`: put this file beside the notes, or in a folder above them.
    #
    # Take the `#` and the space behind it away from a line that you want to use. Everything is optional; what is not here
    # stays as the program has it. A mistake is told with its line, and then nothing of the file is used.
    # docs/configuration.md describes all of it.

    # Why customers leave. A text alone renames a category; one of your own needs phrases.
    # categories:
    #   pricing: Commercial terms
    #   data-quality:
    #     label: Data quality
    #     controllable: partly                # could we have prevented it: yes, partly or no
    #     why: The data that they got from us could not be trusted.
    #     phrases:
    #       - duplicate records
    #       - wrong master data
    #       - the (numbers|figures) never matched

    # Who hears of a loss. `names` are what notes call a department.
    # departments:
    #   customer-success: Account care
    #   data-team:
    #     label: Data team
    #     names: [data team, data platform]

    # Which department is told of which cause, the first concerned first.
    # routing:
    #   data-quality: [data-team, product]
    #   pricing: [finance, leadership]

    # What your headings say that a section holds.
    # headings:
    #   root-cause: [Kündigungsgrund, Warum sie gehen]
    #   ruled-out: [Was es nicht war]
    #   turning-point: [Wendepunkt]
    #   signals: [Warnzeichen]
    #   lessons: [Was wir daraus lernen]
    #   actions: [Nächste Schritte]

    # What phrases say: of a cause, a warning, a part of the story, a key of a form.
    # vocabulary:
    #   cause/support:
    #     - Ticket blieb liegen
    #   signal/usage-decline:
    #     - kaum noch angemeldet
    #   role/lesson:
    #     - beim nächsten Mal
    #   stance/denied:
    #     - war nicht der Grund
    #   field/churn_date: [Vertragsende]

    """

  /// Writes the file into `folder`, and tells of one that was there already and stays as it is.
  public static func write(to folder: FilePath) throws(WorkspaceError) -> (
    written: [FilePath], findings: [Finding]
  ) {
    let name = FilePath(CompanyFile.name)
    let path = folder.bytes == Array(".".utf8) ? name : folder.appending(name.bytes)
    if Disk.status(path) != nil {
      let message = "Left as it is: there is such a file already"
      return ([], [Finding("config-kept", .note, message, in: "\(path)")])
    }
    try Disk.save(Array(text.utf8), to: path, replacing: false)
    return ([path], [])
  }
}
