extension [String] {
  /// The first `most` with commas between them, and how many more there are: `a, b and 3 more`.
  func listed(most: Int) -> String {
    let shown = prefix(most).joined(separator: ", ")
    return count > most ? "\(shown) and \(count - most) more" : shown
  }
}
