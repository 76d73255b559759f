/// What a template can be given: what a name in it stands for.
public enum TemplateValue: Hashable, Sendable {
  /// Nothing: false to a section, printed as nothing.
  case absent
  /// Yes or no: decides sections, is not printed.
  case flag(Bool)
  /// Text, escaped for the output format; empty text is false to a section.
  case text(String)
  /// Text that is already in the output format: what `{{{name}}}` prints.
  case trusted(TrustedText)
  /// The address of a link: the only thing that may stand in an `href`.
  case url(SafeURL)
  /// Values that a section repeats its content for; an empty list is false.
  case list([TemplateValue])
  /// Named values.
  case record(TemplateRecord)
}
