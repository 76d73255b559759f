import Drafting
import Testing

/// Two hidden numbers tell two targets; one neighbour counts on each side.
@Suite struct HiddenLayerTests {
  private let layer = HiddenLayer(
    thresholds: [-1, 0], shares: [0.5, 0, 0.25, 0, 1, 0, 0.5, 0], readout: [1, 10, 100, 1000])

  /// What is told of things by their hidden numbers, where each target is nought before; each stands in a passage of its own unless
  /// it is said where.
  private func told(_ hidden: [Float], in passages: [Int]? = nil) -> [[Float]] {
    var scores = [Float](repeating: 0, count: hidden.count)
    var run = HiddenRun(layer)
    for thing in 0..<hidden.count / 2 {
      run.append(
        Array(hidden[thing * 2..<thing * 2 + 2]), in: passages?[thing] ?? thing, to: &scores)
    }
    run.finish(&scores)
    return stride(from: 0, to: scores.count, by: 2).map { Array(scores[$0..<($0 + 2)]) }
  }

  @Test func whatIsToldIsAddedToWhatTheTargetsHave() {
    var scores: [Float] = [0.5, -1]
    var run = HiddenRun(layer)
    run.append([3, 0], in: 0, to: &scores)
    run.finish(&scores)
    #expect(scores == [2.5, 19])
  }

  @Test func eachNumberAboveNoughtCountsForEachTarget() {
    #expect(told([3, 0]) == [[2, 20]])
    #expect(told([3, 1]) == [[102, 1020]])
  }

  @Test func whatIsNotAboveNoughtCountsForNone() {
    #expect(told([1, 0]) == [[0, 0]])
    #expect(told([-5, -1]) == [[0, 0]])
  }

  @Test func aShareOfTheNeighboursIsAddedAnotherForEachSide() {
    // Of the second number no share is added.
    #expect(told([4, 7, 1, 0]) == [[703.25, 7032.5], [2, 20]])
    #expect(told([0, 0, 8, 0, 0, 0]) == [[1, 10], [7, 70], [3, 30]])
  }

  @Test func ofTheSamePassageAnotherShareIsAdded() {
    #expect(told([0, 0, 8, 0, 0, 0], in: [4, 4, 4]) == [[3, 30], [7, 70], [7, 70]])
    #expect(told([0, 0, 8, 0, 0, 0], in: [4, 4, 5]) == [[3, 30], [7, 70], [3, 30]])
  }

  @Test func beyondTheReachNothingCounts() {
    #expect(told([0, 0, 0, 0, 8, 0])[0] == [0, 0])
  }

  @Test func aTableWithoutLayerAddsNothing() {
    var scores: [Float] = [1, 2]
    var run = HiddenRun(HiddenLayer(thresholds: [], shares: [], readout: []))
    run.append([], in: 0, to: &scores)
    run.finish(&scores)
    #expect(scores == [1, 2])
  }
}
