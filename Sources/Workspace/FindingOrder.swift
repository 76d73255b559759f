public import Evidence

extension [Finding] {
  /// The findings by path, line, column, id and message, each once: the order in which they are printed.
  public func sortedForReading() -> [Finding] {
    let sorted = sorted { left, right in
      let places = (left.position ?? Self.start, right.position ?? Self.start)
      if left.source != right.source { return left.source < right.source }
      if places.0 != places.1 { return places.0 < places.1 }
      return (left.id, left.message) < (right.id, right.message)
    }
    return sorted.enumerated().filter { $0.offset == 0 || sorted[$0.offset - 1] != $0.element }.map(
      \.element)
  }

  private static var start: SourcePosition { SourcePosition(line: 0, column: 0) }
}
