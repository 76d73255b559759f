/// A cause that was weighed, and its points.
public struct CauseCandidate: Codable, Equatable, Sendable {
  /// What kind of cause it is.
  public var category: CauseCategory
  /// The sum of the points below.
  public var points: Double
  /// What gave or took points.
  public var because: [CausePoint]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(category: CauseCategory, points: Double = 0, because: [CausePoint] = []) {
    self.category = category
    self.points = points
    self.because = because
  }
}
