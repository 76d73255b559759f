/// The names that a record offers to a template, in order, each with the kind of its value.
///
/// Shapes let a template be checked when it is loaded. Two shapes are the same only if they are the same object.
public final class TemplateShape: Sendable {
  /// What kind of value a name stands for.
  public indirect enum Kind: Sendable {
    /// Text that is escaped when printed.
    case text
    /// Text already in the output format, printed by `{{{name}}}`.
    case trusted
    /// The address of a link, from an allow-list.
    case url
    /// Yes or no.
    case flag
    /// Named values.
    case record(TemplateShape)
    /// Any number of values of one kind.
    case items(Kind)

    /// A list of records.
    public static func list(of shape: TemplateShape) -> Kind { .items(.record(shape)) }

    /// A list of texts.
    public static var texts: Kind { .items(.text) }

    /// The kind in words, for messages.
    var name: String {
      switch self {
      case .text: "text"
      case .trusted: "trusted text"
      case .url: "a URL"
      case .flag: "a flag"
      case .record: "a record"
      case .items: "a list"
      }
    }
  }

  /// What the record is called in messages.
  public let name: String
  /// The names a template can use, in the order of a record's values.
  public let names: [String]
  /// The kind of each name's value.
  public let kinds: [Kind]
  /// For each name what its value must be, where the case of the value says it all.
  let leaves: [Leaf]
  private let slots: [String: Int]

  /// The kinds whose values need no look inside.
  enum Leaf: UInt8 { case text, url, flag, none }

  /// Describes records called `name` that hold `fields` in this order.
  public convenience init(_ name: String, _ fields: KeyValuePairs<String, Kind>) {
    self.init(name, names: fields.map(\.key), kinds: fields.map(\.value))
  }

  /// Describes records whose values may be of any kind, for sets without shapes.
  package convenience init(_ name: String, names: [String]) {
    self.init(name, names: names, kinds: names.map { _ in .text })
  }

  /// Describes records by parallel lists.
  init(_ name: String, names: [String], kinds: [Kind]) {
    self.name = name
    self.names = names
    self.kinds = kinds
    leaves = kinds.map { kind in
      switch kind {
      case .text: .text
      case .url: .url
      case .flag: .flag
      default: .none
      }
    }
    slots = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The position of a name's value, or nil for an unknown name.
  public func slot(of name: String) -> Int? { slots[name] }
}
