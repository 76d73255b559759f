extension RandomAccessCollection {
  /// The first index whose element and all behind it fulfil `predicate`, which none before does.
  @inlinable
  package func partitioningIndex(_ predicate: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = count
    while count > 0 {
      let middle = index(low, offsetBy: count / 2)
      if predicate(self[middle]) {
        count /= 2
      } else {
        low = index(after: middle)
        count -= count / 2 + 1
      }
    }
    return low
  }
}
