/// How the relationship stands after the loss.
public struct Relationship: Codable, Equatable, Sendable {
  /// Whether they would come back.
  public var winBack: WinBack
  /// Whether the loss was due to how the account was looked after.
  public var csmRelated: Bool
  /// Whether the CSM was kept on the account to the end.
  public var csmStayed: Bool?
  /// Whether a reference or referral is still possible.
  public var goodwill: Bool?
  /// The steps of taking leave.
  public var offboarding: [OffboardingStep]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(
    winBack: WinBack = WinBack(),
    csmRelated: Bool = false,
    csmStayed: Bool? = nil,
    goodwill: Bool? = nil,
    offboarding: [OffboardingStep] = []
  ) {
    self.winBack = winBack
    self.csmRelated = csmRelated
    self.csmStayed = csmStayed
    self.goodwill = goodwill
    self.offboarding = offboarding
  }

  private enum CodingKeys: String, CodingKey {
    case winBack = "win_back"
    case csmRelated = "csm_related"
    case csmStayed = "csm_stayed"
    case goodwill, offboarding
  }
}
