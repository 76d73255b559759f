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
}

/// Tells things that come one behind the other, and keeps the hidden numbers of no more of them than may still count.
package struct HiddenRun {
  private let layer: HiddenLayer
  private let targets: Int
  /// The hidden numbers and the passages of the last things, each at its number modulo their count.
  private var hidden: [Float]
  private var passages: [Int]
  private var count = 0
  private var sums: [Float]

  /// Begins before the first thing.
  package init(_ layer: HiddenLayer) {
    self.layer = layer
    targets = layer.width == 0 ? 0 : layer.readout.count / layer.width
    let kept = 2 * layer.reach + 1
    hidden = Array(repeating: 0, count: kept * layer.width)
    passages = Array(repeating: 0, count: kept)
    sums = layer.thresholds
  }

  /// Takes the next thing, in the passage of such a number, and adds to the scores of the one that now has all its neighbours.
  ///
  /// The scores have a number for each target of each thing so far, one thing's behind the other's.
  package mutating func append(
    _ numbers: [Float], in passage: Int, to scores: inout [Float]
  ) {
    guard layer.width > 0 else { return }
    precondition(numbers.count == layer.width && scores.count >= (count + 1) * targets)
    let place = count % passages.count
    for number in 0..<layer.width { hidden[place * layer.width + number] = numbers[number] }
    passages[place] = passage
    count += 1
    if count > layer.reach { tell(count - 1 - layer.reach, &scores) }
  }

  /// Adds to the scores of the last things, behind which nothing comes.
  package mutating func finish(_ scores: inout [Float]) {
    guard layer.width > 0 else { return }
    for thing in max(0, count - layer.reach)..<count { tell(thing, &scores) }
  }

  /// Adds to the scores of a thing what its hidden numbers tell.
  private mutating func tell(_ thing: Int, _ scores: inout [Float]) {
    let width = layer.width
    let own = thing % passages.count
    for number in 0..<width { sums[number] = hidden[own * width + number] }
    for distance in stride(from: 1, through: layer.reach, by: 1) {
      for side in 0..<2 {
        let other = side == 0 ? thing - distance : thing + distance
        guard other >= 0, other < count else { continue }
        let place = other % passages.count
        let isSame = passages[place] == passages[own]
        let share = (distance - 1) * HiddenLayer.sharesADistance + (isSame ? 2 : 0) + side
        Self.gather(hidden, place * width, by: layer.shares, share * width, into: &sums)
      }
    }
    for number in 0..<width { sums[number] += layer.thresholds[number] }
    Self.add(layer.readout, by: sums, to: &scores, thing * targets, targets)
  }

  /// Adds to each sum the hidden number from `place` on, times the share from `first` on.
  private static func gather(
    _ hidden: [Float], _ place: Int, by shares: [Float], _ first: Int, into sums: inout [Float]
  ) {
    // Checked once here, not for each of them.
    precondition(place >= 0 && place + sums.count <= hidden.count)
    precondition(first >= 0 && first + sums.count <= shares.count)
    let numbers = hidden.span
    let part = shares.span
    var all = sums.mutableSpan
    for number in all.indices {
      unsafe all[unchecked: number] +=
        numbers[unchecked: place &+ number] * part[unchecked: first &+ number]
    }
  }

  /// Adds a readout, `count` scores for each number, times those of the numbers that are above nought, to the scores from `place` on.
  private static func add(
    _ readout: [Float], by numbers: [Float], to scores: inout [Float], _ place: Int, _ count: Int
  ) {
    precondition(numbers.count * count <= readout.count)
    precondition(place >= 0 && place + count <= scores.count)
    let from = readout.span
    let factors = numbers.span
    var all = scores.mutableSpan
    for number in factors.indices where unsafe factors[unchecked: number] > 0 {
      let factor = unsafe factors[unchecked: number]
      let first = number &* count
      for index in 0..<count {
        unsafe all[unchecked: place &+ index] += factor * from[unchecked: first &+ index]
      }
    }
  }
}
