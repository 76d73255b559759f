public import Evidence
public import PostmortemModel

/// Reads a corrected draft back into the model.
///
/// - Throws: `unusable`, for now always: reading corrections is not there yet.
public func readDraft(_ draft: SourceText) throws(WorkspaceError) -> Postmortem {
  throw .unusable([
    Finding(
      "draft-not-readable", .error,
      "A corrected draft cannot be read back yet; render the model that `postmortem parse` prints",
      in: draft.name)
  ])
}
