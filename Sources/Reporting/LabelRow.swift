/// Places labels side by side in one row, in the order of their marks and as near to them as can be.
package struct LabelRow {
  /// A label that was placed.
  package struct Label {
    /// Which event it is of.
    package var event: Int
    /// Where its mark is on the axis.
    package var mark: Double
    /// Its left edge.
    package var left: Double
    /// How much room it takes, the gap to the next label included.
    package var width: Double
    /// Its text, the date first.
    package var lines: [String]
  }

  /// The labels from left to right.
  package private(set) var labels: [Label] = []
  private let width: Double
  private var used = 0.0

  /// Starts an empty row that runs from 0 to `width`.
  init(width: Double) { self.width = width }

  /// Takes a label if there is room for it.
  mutating func add(_ label: Label) -> Bool {
    guard used + label.width <= width else { return false }
    used += label.width
    let index =
      labels.firstIndex { ($0.mark, $0.event) > (label.mark, label.event) } ?? labels.count
    labels.insert(label, at: index)
    return true
  }

  /// Moves the labels to where the sum of squared distances to their marks is least and none overlaps.
  ///
  /// With the room that earlier labels take subtracted, places need only be ascending: isotonic regression by pooling
  /// adjacent violators (Ayer et al., 1955).
  mutating func arrange() {
    var pools: [(sum: Double, count: Int)] = []
    var offset = 0.0
    for label in labels {
      pools.append((label.mark - offset, 1))
      offset += label.width
      while pools.count > 1 {
        let last = pools[pools.count - 1]
        let previous = pools[pools.count - 2]
        guard previous.sum / Double(previous.count) > last.sum / Double(last.count) else { break }
        pools.removeLast()
        pools[pools.count - 1] = (previous.sum + last.sum, previous.count + last.count)
      }
    }
    var index = 0
    offset = 0
    for pool in pools {
      let place = min(width - used, max(0, pool.sum / Double(pool.count)))
      for _ in 0..<pool.count {
        labels[index].left = place + offset
        offset += labels[index].width
        index += 1
      }
    }
  }
}
