import PostmortemModel

/// The post-mortem's JSON.
enum ModelText {
  /// Writes a post-mortem as JSON.
  static func encode(_ postmortem: Postmortem) -> [UInt8] {
    // Replaced by PostmortemJSON.encode as soon as the model has it.
    Array("{\"schema_version\": \(postmortem.schemaVersion)}\n".utf8)
  }
}
