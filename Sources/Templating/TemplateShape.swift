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

    /// What a fitting value's cell has for its kind; -1 where that does not say it all.
    var code: Int {
      switch self {
      case .text: TemplateValues.Cell.text
      case .url: TemplateValues.Cell.url
      case .flag: TemplateValues.Cell.flag
      case .record(let shape): shape.code
      case .trusted, .items: -1
      }
    }
  }

  /// What the record is called in messages.
  public let name: String
  /// The names a template can use, in the order of a record's values.
  public let names: [String]
  /// The kind of each name's value.
  public let kinds: [Kind]
  /// For each name its kind's code.
  let codes: [Int]
  /// For each name the code of its items; -1 where it is no list.
  let itemCodes: [Int]
  private let slots: [String: Int]

  /// What cells have for their kind that are records of this shape.
  var code: Int { Int(bitPattern: ObjectIdentifier(self)) }

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
    codes = kinds.map(\.code)
    itemCodes = kinds.map { if case .items(let item) = $0 { item.code } else { -1 } }
    slots = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The position of a name's value, or nil for an unknown name.
  public func slot(of name: String) -> Int? { slots[name] }
}
