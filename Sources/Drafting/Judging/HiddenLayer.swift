/// Tells targets of a thing by sums of points, its hidden numbers, in the light of those of the things around it.
///
/// A layer of a small neural network. To each hidden number of a thing a share of the same number of its neighbours is
/// added, which depends on how far away they are and whether they stand in the same passage: a sentence seldom says all of
/// what it tells, its subject stands in the one before, what came of it in the one behind, while two items of a list tell
/// of two things. What is above nought then counts for each target.
package struct HiddenLayer: Sendable {
  /// What is added to each hidden number.
  let thresholds: [Float]
  /// For each distance, beginning with the nearest, the shares of the hidden numbers of the thing before and of the one behind,
  /// where they stand in another passage; then those where they stand in the same.
  let shares: [Float]
  /// For each hidden number what it counts for each target.
  let readout: [Float]

  /// A layer that adds so much to each number, with such shares for each neighbour and such a readout, one number's behind the
  /// other's.
  package init(thresholds: [Float], shares: [Float], readout: [Float]) {
    (self.thresholds, self.shares, self.readout) = (thresholds, shares, readout)
  }

  /// How many hidden numbers a thing has.
  var width: Int { thresholds.count }

  /// How many neighbours count on each side.
  var reach: Int { width == 0 ? 0 : shares.count / width / Self.sharesADistance }

  /// How many shares of a hidden number there are for each distance.
  static let sharesADistance = 4

  /// Adds to the scores of things, for each its targets, what their hidden numbers tell; one thing's stand behind the other's.
  ///
  /// `passages` has the number of the passage of each thing.
  package func add(_ hidden: [Float], in passages: [Int], to scores: inout [Float]) {
    guard width > 0 else { return }
    let targets = readout.count / width
    let count = hidden.count / width
    guard scores.count >= count * targets, passages.count == count else { return }
    let reach = reach
    var sums = thresholds
    for thing in 0..<count {
      for number in 0..<width {
        sums[number] = thresholds[number] + hidden[thing * width + number]
      }
      for distance in stride(from: 1, through: reach, by: 1) {
        let (before, behind) = (thing - distance, thing + distance)
        let share = (distance - 1) * Self.sharesADistance
        if before >= 0 {
          let own = share + (passages[before] == passages[thing] ? 2 : 0)
          gather(hidden, before * width, by: own * width, into: &sums)
        }
        if behind < count {
          let own = share + (passages[behind] == passages[thing] ? 3 : 1)
          gather(hidden, behind * width, by: own * width, into: &sums)
        }
      }
      for number in 0..<width where sums[number] > 0 {
        Self.add(
          readout, number * targets, by: sums[number], to: &scores, from: thing * targets, targets)
      }
    }
  }

  /// Adds to `sums` the hidden numbers from `place` on, by the shares from `share` on.
  private func gather(_ hidden: [Float], _ place: Int, by share: Int, into sums: inout [Float]) {
    // Checked once here, not for each of them.
    precondition(place >= 0 && place + width <= hidden.count && sums.count == width)
    precondition(share >= 0 && share + width <= shares.count)
    let numbers = hidden.span
    let part = shares.span
    var all = sums.mutableSpan
    for number in 0..<width {
      unsafe all[unchecked: number] +=
        numbers[unchecked: place &+ number] * part[unchecked: share &+ number]
    }
  }

  /// Adds `count` of `numbers`, from `first` on, each times `factor`, to `sums`, from `place` on.
  private static func add(
    _ numbers: [Float], _ first: Int, by factor: Float, to sums: inout [Float], from place: Int,
    _ count: Int
  ) {
    precondition(first >= 0 && first + count <= numbers.count)
    precondition(place >= 0 && place + count <= sums.count)
    let from = numbers.span
    var all = sums.mutableSpan
    for index in 0..<count {
      unsafe all[unchecked: place &+ index] += factor * from[unchecked: first &+ index]
    }
  }
}
