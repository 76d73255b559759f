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

  @Test func aHiddenLayerIsShownAgain() {
    let lines = [
      "targets\tlesson\tcause/none\tcause/support", "bias\t-2.5\t0.5\t-0.5", "own\t1.0",
      "threshold\t0.25\t-1.0", "share\t0.1\t0.2", "share\t0.3\t0.4",
      "share\t0.5\t0.6", "share\t0.7\t0.8", "readout\t1.0\t2.0\t3.0",
      "readout\t4.0\t5.0\t6.0",
      "w=never\t1.27\t-1.27\t2.54",
    ]
    let packed = PackedBytes(keeping: PointTable.pack(Array(lines.joined(separator: "\n").utf8)))
    #expect(PointTable(packed).text.split(separator: "\n").map(String.init) == lines)
  }

  @Test(arguments: [0, 7, 8, 20, 60])
  func aTornFileGivesNoPointsAndNoCrash(length: Int) {
    let packed = PointTable.pack(Array(plain.utf8))
    let table = PointTable(PackedBytes(keeping: Array(packed.prefix(length))))
    #expect(table.targets.count <= 2)
  }

  @Test func sizesThatCannotBeGiveNoPointsAndNoCrash() {
    var packed = PointTable.pack(Array(plain.utf8))
    for index in 8..<36 { packed[index] = 0xFF }
    #expect(PointTable(PackedBytes(keeping: packed)).targets.isEmpty)
  }
}
