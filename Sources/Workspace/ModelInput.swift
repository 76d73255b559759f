import Corrections
public import Evidence
public import PostmortemModel

/// A post-mortem that was written down before: as a model, or as a draft that a person may have corrected.
public struct ModelInput: Sendable {
  /// The post-mortem.
  public let postmortem: Postmortem
  /// The note that its evidence stands in, where it was given.
  public let sources: [SourceText]
  /// What to tell about them.
  public let findings: [Finding]

  /// Reads the model or, where its name ends in `.md` or `.markdown`, the draft at `path`.
  ///
  /// - Throws: `unreadable`, and `unusable` where what was read is neither.
  public init(reading path: FilePath, note: FilePath?) throws(WorkspaceError) {
    let input = try InputFile(reading: path)
    let file = try note.map { path throws(WorkspaceError) in try InputFile(reading: path) }
    sources = file.map { [$0.text] } ?? []
    var findings: [Finding] = []
    if ["md", "markdown"].contains(path.fileExtension) {
      let draft = try Self.draft(input, sources)
      postmortem = draft.postmortem
      findings = draft.findings
    } else {
      postmortem = try Self.model(input)
    }
    if let file {
      let digests = postmortem.sources.filter { $0.file == file.text.name }.map(\.sha256)
      if !digests.isEmpty, !digests.contains(file.sha256) {
        findings.append(
          Finding(
            "note-changed", .warning,
            "The note has changed since the model was made of it, so that lines may be off",
            in: "\(file.path)"))
      }
    }
    self.findings = findings
  }

  private static func model(_ input: InputFile) throws(WorkspaceError) -> Postmortem {
    do throws(ModelError) {
      return try PostmortemJSON.decode(input.text)
    } catch {
      var finding = error.finding
      finding.source = "\(input.path)"
      throw .unusable([finding])
    }
  }

  private static func draft(
    _ input: InputFile, _ notes: [SourceText]
  ) throws(WorkspaceError) -> (postmortem: Postmortem, findings: [Finding]) {
    func placed(_ finding: Finding) -> Finding {
      var finding = finding
      finding.source = "\(input.path)"
      return finding
    }
    do throws(DraftError) {
      let draft = try CorrectedDraft(reading: input.text, notes: notes)
      return (draft.postmortem, (input.text.findings + draft.findings).map(placed))
    } catch {
      throw .unusable([placed(error.finding)])
    }
  }
}
