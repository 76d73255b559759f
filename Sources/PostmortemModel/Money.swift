/// An amount of money in one currency.
public struct Money: Codable, Hashable, Sendable {
  /// The amount, in whole units of the currency.
  public var amount: Double
  /// The currency's ISO 4217 code, such as `EUR`; null where the source does not name one.
  public var currency: String?

  /// Creates an amount of `currency`.
  public init(amount: Double, currency: String?) {
    self.amount = amount
    self.currency = currency
  }
}
