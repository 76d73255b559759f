public import Evidence
public import PostmortemModel

/// A post-mortem that was written down before, as a model.
public struct ModelInput: Sendable {
  /// The post-mortem.
  public let postmortem: Postmortem
  /// The note that its evidence stands in, where it was given.
  public let sources: [SourceText]
  /// What to tell about them.
  public let findings: [Finding]

  /// Reads the model at `path`.
  ///
  /// - Throws: `unreadable`, and `unusable` where what was read is no post-mortem.
  public init(reading path: FilePath, note: FilePath?) throws(WorkspaceError) {
    guard !["md", "markdown"].contains(path.fileExtension) else {
      throw .unusable([
        Finding(
          "draft-not-readable", .error,
          "Markdown is not read as a model; render the model that `postmortem parse` prints",
          in: "\(path)")
      ])
    }
    postmortem = try Self.decode(try InputFile(reading: path))
    guard let note = try note.map({ path throws(WorkspaceError) in try InputFile(reading: path) })
    else {
      (sources, findings) = ([], [])
      return
    }
    sources = [note.text]
    let digests = postmortem.sources.filter { $0.file == note.text.name }.map(\.sha256)
    let isTheSame = digests.isEmpty || digests.contains(note.sha256)
    findings =
      isTheSame
      ? []
      : [
        Finding(
          "note-changed", .warning,
          "The note has changed since the model was made of it, so that lines may be off",
          in: "\(note.path)")
      ]
  }

  private static func decode(_ input: InputFile) throws(WorkspaceError) -> Postmortem {
    do throws(ModelError) {
      return try PostmortemJSON.decode(input.text)
    } catch {
      var finding = error.finding
      finding.source = "\(input.path)"
      throw .unusable([finding])
    }
  }
}
