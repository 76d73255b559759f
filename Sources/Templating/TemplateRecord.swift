/// Named values for a template: a shape's names and a value for each.
public struct TemplateRecord: Hashable, Sendable {
  /// The names.
  public let shape: TemplateShape
  /// The values, in the order of the shape's names.
  public let values: [TemplateValue]

  /// Gives each name of `shape` its value, by position.
  ///
  /// Rendering refuses a record whose values do not fit its shape in number and kind.
  public init(_ shape: TemplateShape, _ values: [TemplateValue]) {
    self.shape = shape
    self.values = values
  }

  /// Whether both have the very same shape and equal values.
  public static func == (left: Self, right: Self) -> Bool {
    left.shape === right.shape && left.values == right.values
  }

  /// Hashes the shape's identity and the values.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(shape))
    hasher.combine(values)
  }
}
