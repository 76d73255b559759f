import Testing

import Workspace

@Suite struct OrderedWorkTests {
  @Test(arguments: [1, 2, 8]) func handsOverInOrderWhateverTakesLongest(jobs: Int) async {
    var taken: [Int] = []
    await OrderedWork.run(Array(0..<200), jobs: jobs) { number, _ in
      if number.isMultiple(of: 7) { Disk.sleep(milliseconds: 2) }
      return number * 2
    } take: { double, number in
      #expect(double == number * 2)
      taken.append(number)
    }
    #expect(taken == Array(0..<200))
  }

  @Test func beginsNoMoreThanItCanHold() async {
    var (begun, taken, most) = (0, 0, 0)
    await OrderedWork.run(
      jobs: 2,
      next: {
        guard begun < 500 else { return nil as Int? }
        begun += 1
        most = max(most, begun - taken)
        return begun
      },
      work: { number, _ in number }, take: { _, _ in taken += 1 })
    #expect(taken == 500 && most <= 16)
  }

  /// A caller may send a line, wait for its answer, and only then send the next.
  @Test func asksForNoMoreBeforeWhatIsThereIsDone() async {
    var (given, taken) = (0, 0)
    await OrderedWork.run(
      jobs: 4,
      next: {
        #expect(given == taken)
        given += 1
        return given <= 20 ? given : nil
      },
      isReady: { false }, work: { number, _ in number }, take: { _, _ in taken += 1 })
    #expect(taken == 20)
  }
}
