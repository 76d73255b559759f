extension Account {
  /// The whole months between the start and the end, where both are known by month.
  ///
  /// A contract that ends on the day before its anniversary has run its whole months.
  public var tenureOfDates: Int? {
    guard let startDate, let churnDate, startDate <= churnDate, let startMonth = startDate.month,
      let endMonth = churnDate.month
    else { return nil }
    let months = (churnDate.year - startDate.year) * 12 + endMonth - startMonth
    guard let start = startDate.day, let end = churnDate.day else { return months }
    let isMonthEnd = end == PartialDate.days(inMonth: endMonth, of: churnDate.year)
    return months - (end + 1 < start ? 1 : 0) + (start == 1 && isMonthEnd ? 1 : 0)
  }
}
