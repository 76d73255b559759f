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

  /// Whether a section with this value is shown.
  var isTruthy: Bool {
    switch self {
    case .absent: false
    case .flag(let isSet): isSet
    case .text(let text): !text.isEmpty
    case .trusted(let text): !text.utf8.isEmpty
    case .list(let items): !items.isEmpty
    case .url, .record: true
    }
  }

  /// The kind of value in words, for messages.
  var kindName: String {
    switch self {
    case .absent: "nothing"
    case .flag: "a flag"
    case .text: "text"
    case .trusted: "trusted text"
    case .url: "a URL"
    case .list: "a list"
    case .record: "a record"
    }
  }
}
