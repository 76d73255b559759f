/// The cheap name of a vocabulary's label; ``Vocabulary/name(of:)`` gives the written one.
public struct LabelID: Hashable, Comparable, Sendable {
  /// The label's place in ``Vocabulary/labels``.
  public let index: Int

  /// Orders labels as the vocabulary's files name them.
  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

/// A phrase of a vocabulary that stands in a text.
public struct PhraseMatch: Hashable, Sendable {
  /// What the phrase speaks for.
  public var label: LabelID
  /// How strongly.
  public var weight: Double
  /// The tokens it spans.
  public var tokens: Range<Int>
  /// The phrase, for ``Vocabulary/origin(of:)``.
  public var phrase: Int
}
