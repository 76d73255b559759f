import Drafting
import Testing

@Suite struct PointTableTests {
  private let plain = """
    targets\tlesson\taction
    bias\t-2.5\t-3.0
    w=never\t1.5\t
    cue=role/lesson\t0.75\t-0.25

    """

  @Test func whatIsPackedIsShownAgain() {
    let table = PointTable(PackedBytes(keeping: PointTable.pack(Array(plain.utf8))))
    #expect(table.targets == ["lesson", "action"])
    let lines = table.text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(lines.map { String($0[0]) } == ["targets", "bias", "w=never", "cue=role/lesson"])
    // A point is a 127th of the largest: 1.5 and -0.25.
    for (line, wanted) in zip(lines.dropFirst(), [[-2.5, -3], [1.5, 0], [0.75, -0.25]]) {
      for (cell, value) in zip(line.dropFirst(), wanted) {
        #expect(abs((Double(cell) ?? 0) - value) <= 1.5 / 127)
      }
    }
  }

  @Test func formsOfOneWordAreOneFeature() {
    let forms = "targets\tlesson\nbias\t0\nw=crash\t1.0\nw=crashed\t0.5\n"
    let table = PointTable(PackedBytes(keeping: PointTable.pack(Array(forms.utf8))))
    let rows = table.text.split(separator: "\n")
    #expect(rows.dropFirst(2) == ["w=crash\t1.0"])
  }

  @Test(arguments: [0, 7, 8, 20, 60])
  func aTornFileGivesNoPointsAndNoCrash(length: Int) {
    let packed = PointTable.pack(Array(plain.utf8))
    let table = PointTable(PackedBytes(keeping: Array(packed.prefix(length))))
    #expect(table.targets.count <= 2)
  }

  @Test func sizesThatCannotBeGiveNoPointsAndNoCrash() {
    var packed = PointTable.pack(Array(plain.utf8))
    for index in 8..<24 { packed[index] = 0xFF }
    #expect(PointTable(PackedBytes(keeping: packed)).targets.isEmpty)
  }
}
