/// Why a customer left, as one word of a vocabulary that a company may extend.
public struct CauseCategory: OpenVocabulary {
  /// The word, such as `product-gap`.
  public let rawValue: String

  /// Takes any word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A missing capability.
  public static let productGap = Self(rawValue: "product-gap")
  /// Bugs, outages, slowness.
  public static let productQuality = Self(rawValue: "product-quality")
  /// An implementation or migration that failed or dragged.
  public static let onboarding = Self(rawValue: "onboarding")
  /// People did not use it; its value was not realised.
  public static let adoption = Self(rawValue: "adoption")
  /// Slow or poor answers to tickets.
  public static let support = Self(rawValue: "support")
  /// Neglect by the people who look after the account: no touchpoints, no follow-through.
  public static let customerSuccess = Self(rawValue: "customer-success")
  /// Oversold, or the wrong customer for the product.
  public static let salesFit = Self(rawValue: "sales-fit")
  /// Too dear for the value, an increase, billing disputes.
  public static let pricing = Self(rawValue: "pricing")
  /// The customer's own cuts.
  public static let budget = Self(rawValue: "budget")
  /// The sponsor left.
  public static let championLoss = Self(rawValue: "champion-loss")
  /// A rival won on its merits or bundle.
  public static let competitor = Self(rawValue: "competitor")
  /// The customer built its own.
  public static let inHouse = Self(rawValue: "in-house")
  /// A merger, acquisition, reorganisation or change of strategy at the customer.
  public static let restructuring = Self(rawValue: "restructuring")
  /// Insolvency, shutdown, exit from the market.
  public static let businessClosure = Self(rawValue: "business-closure")
  /// A security, privacy or legal requirement that was not met.
  public static let securityCompliance = Self(rawValue: "security-compliance")
  /// Something that no other category names.
  public static let other = Self(rawValue: "other")
  /// The notes do not tell.
  public static let undetermined = Self(rawValue: "undetermined")

  /// The categories that the model itself knows.
  public static let standard: [Self] = [
    productGap, productQuality, onboarding, adoption, support, customerSuccess, salesFit, pricing,
    budget, championLoss, competitor, inHouse, restructuring, businessClosure, securityCompliance,
    other, undetermined,
  ]
}
