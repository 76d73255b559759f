/// What a template writes: it decides how text is escaped.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// HTML: text is safe between tags and in quoted attribute values.
  case html
  /// CommonMark with GitHub's extensions: text stays text.
  case markdown
  /// Plain text: only control characters are made visible.
  case plain

  /// The format of a template by its name's ending: `.html`, `.md` or anything else, with or without `.mustache` after it.
  public init(templateName: String) {
    let suffix = ".mustache"
    let stem =
      templateName.hasSuffix(suffix) ? templateName.dropLast(suffix.count) : templateName[...]
    if stem.hasSuffix(".html") || stem.hasSuffix(".svg") {
      self = .html
    } else if stem.hasSuffix(".md") || stem.hasSuffix(".markdown") {
      self = .markdown
    } else {
      self = .plain
    }
  }
}
