/// Who inside the company must hear of a loss, as one word of a vocabulary that a company may extend.
public struct Department: OpenVocabulary {
  /// The word, such as `customer-success`.
  public let rawValue: String

  /// Takes any word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Those who look after accounts.
  public static let customerSuccess = Self(rawValue: "customer-success")
  /// Those who hold the commercial relationship.
  public static let accountManagement = Self(rawValue: "account-management")
  /// Those who decide what is built.
  public static let product = Self(rawValue: "product")
  /// Those who build and run it.
  public static let engineering = Self(rawValue: "engineering")
  /// Those who answer tickets.
  public static let support = Self(rawValue: "support")
  /// Those who sell.
  public static let sales = Self(rawValue: "sales")
  /// Those who say what it is.
  public static let marketing = Self(rawValue: "marketing")
  /// Those who price and bill.
  public static let finance = Self(rawValue: "finance")
  /// Those who set it up.
  public static let implementation = Self(rawValue: "implementation")
  /// Those who keep it safe and certified.
  public static let security = Self(rawValue: "security")
  /// Those who write the contracts.
  public static let legal = Self(rawValue: "legal")
  /// Those who lead the company.
  public static let leadership = Self(rawValue: "leadership")

  /// The departments that the model itself knows.
  public static let standard: [Self] = [
    customerSuccess, accountManagement, product, engineering, support, sales, marketing, finance,
    implementation, security, legal, leadership,
  ]
}
