import Evidence

/// The numbers by which a second look judges things again: what a first look told of each, of those beside it and of all of
/// the note.
///
/// Of each thing they hold what the first look told of it (``FirstLook``), the log-odds of its neighbours, how it compares with
/// the note's others, where it stands, and what a kind of thing has beside.
struct Circumstances {
  /// How many things there are.
  let count: Int
  private let told: FirstLook
  private let passages: [Int]
  private let beside: (Int, inout [Float]) -> Void
  private let summary: Summary

  /// What a first look told of things in the passages of such numbers; `beside` adds what else is known of one, as many numbers for
  /// each.
  init(
    _ told: FirstLook, in passages: [Int], beside: @escaping (Int, inout [Float]) -> Void
  ) {
    (self.told, self.passages, self.beside) = (told, passages, beside)
    count = passages.count
    summary = Summary(told)
  }

  /// Puts the numbers of the thing at `index` in the place of those that are in `numbers`.
  func tell(_ index: Int, _ numbers: inout [Float]) {
    numbers.removeAll(keepingCapacity: true)
    numbers += told[index]
    for neighbour in [index - 1, index + 1] {
      if (0..<count).contains(neighbour) {
        numbers += told.odds(neighbour)
      } else {
        numbers += repeatElement(FirstLook.least, count: told.ownCount)
      }
      let isSame =
        passages.indices.contains(neighbour) && passages[neighbour] == passages[index]
      numbers.append(isSame ? 1 : 0)
    }
    numbers += summary.highest
    numbers += summary.third
    numbers += summary.numbers
    for (column, own) in told.odds(index).enumerated() {
      numbers.append(summary.rank(of: own, in: column))
    }
    for (sum, own) in zip(summary.sums, told.likelihoods(index)) {
      numbers.append(min(3, sum - own))
    }
    numbers.append(Float(index) / Float(count))
    numbers.append(min(Self.longest, Float(count).squareRoot()))
    beside(index, &numbers)
  }

  /// The root of how many things a note may have: of longer ones nothing was learnt.
  private static let longest: Float = 16

  /// What the first look told of all things of the note together.
  private struct Summary {
    /// For each target of its own the highest and the third highest of the log-odds.
    private(set) var highest: [Float] = []
    private(set) var third: [Float] = []
    /// For each how many things may be it.
    private(set) var numbers: [Float] = []
    /// For each target of a group the sum of the likelihoods.
    private(set) var sums: [Float]
    private var ranked: [[Float]] = []

    init(_ told: FirstLook) {
      sums = Array(repeating: 0, count: told.width - told.ownCount)
      for column in 0..<told.ownCount {
        let values = (0..<told.count).map { told[$0][told[$0].startIndex + column] }.sorted(by: >)
        ranked.append(values)
        highest.append(values.first ?? FirstLook.least)
        third.append(values.isEmpty ? FirstLook.least : values[min(2, values.count - 1)])
        numbers.append(
          min(Circumstances.longest, Float(values.prefix { $0 > Self.floor }.count).squareRoot()))
      }
      for index in 0..<told.count {
        for (column, value) in told.likelihoods(index).enumerated() { sums[column] += value }
      }
    }

    /// How many things are likelier than one of such log-odds, at most eight.
    func rank(of value: Float, in column: Int) -> Float {
      Float(min(8, ranked[column].partitioningIndex { $0 <= value }))
    }

    /// The log-odds from which a thing may be what it is judged for.
    private static let floor: Float = -1
  }
}

/// What a first look told of each of a number of things: for the targets of their own the log-odds, for those of a group how
/// likely each of the group is.
struct FirstLook {
  let count: Int
  /// How many targets are no group's: the first ones.
  let ownCount: Int
  /// How many targets there are.
  let width: Int
  private let values: [Float]

  /// Log-odds say no more beyond these.
  static let least: Float = -8
  private static let most: Float = 8

  init(_ verdicts: Verdicts) {
    (count, ownCount, width) = (verdicts.count, verdicts.ownCount, verdicts.targets.count)
    let groups = Self.groups(of: verdicts.targets[ownCount...])
    var values: [Float] = []
    values.reserveCapacity(count * width)
    for index in 0..<count {
      for column in 0..<ownCount {
        values.append(min(Self.most, max(Self.least, Float(verdicts.score(column, index)))))
      }
      for group in groups {
        let odds = group.map { verdicts.score($0, index) }
        values += Exponential.likelihoods(ofLogOdds: odds).map { Float($0) }
      }
    }
    self.values = values
  }

  /// The columns of each group of targets: those of one stand together and begin with the same name before a slash.
  private static func groups(of targets: ArraySlice<String>) -> [Range<Int>] {
    var groups: [(name: Substring, columns: Range<Int>)] = []
    for column in targets.indices {
      let name = targets[column].prefix { $0 != "/" }
      if groups.last?.name == name, let last = groups.indices.last {
        groups[last].columns = groups[last].columns.lowerBound..<column + 1
      } else {
        groups.append((name, column..<column + 1))
      }
    }
    return groups.map(\.columns)
  }

  /// What was told of the thing at `index`.
  subscript(index: Int) -> ArraySlice<Float> { values[index * width..<(index + 1) * width] }

  /// The log-odds of the thing at `index`.
  func odds(_ index: Int) -> ArraySlice<Float> { self[index].prefix(ownCount) }

  /// The likelihoods of the thing at `index`.
  func likelihoods(_ index: Int) -> ArraySlice<Float> { self[index].dropFirst(ownCount) }

  /// The most that was told of any of some things; the least that there is where there are none.
  func most(of indices: some Sequence<Int>) -> [Float] {
    var most =
      Array(repeating: Self.least, count: ownCount) + Array(repeating: 0, count: width - ownCount)
    for index in indices {
      for (column, value) in self[index].enumerated() { most[column] = max(most[column], value) }
    }
    return most
  }
}
