import Drafting
import PostmortemModel
import Testing

/// What a second look makes of a note's units by what the first told of them all.
@Suite struct SecondLookTests {
  /// At a first look each of the first two sentences is a lesson, the first of them the likelier one.
  private static let points = "targets\tlesson\nbias\t-1\nw=never\t3\nw=always\t2\n"
  private static let note = """
    We should never leave them alone with it.

    We should always visit them in the first week.

    They left us in May over the export.
    """

  /// A second look with one hidden number, which one of thirteen inputs gives.
  private static func look(by input: Int, _ worth: Float, floor: Float = 0) -> [UInt8] {
    let inputs = 13
    var numbers = [Float](repeating: 0, count: inputs)
    numbers[input] = 1
    // The threshold, what the hidden number counts for the target, what is added to that by itself, and its floor.
    numbers += [0, worth, 0, floor]
    let bytes = numbers.flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * $0)) }
    }
    return Array("PMLOOK01".utf8) + [UInt8(inputs), 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0] + bytes
  }

  private func lessons(_ look: [UInt8]) -> [String] {
    let knowledge = Knowledge.standard(with: [
      ("points/units.points", PackedBytes(keeping: PointTable.pack(Array(Self.points.utf8)))),
      ("points/units.look", PackedBytes(keeping: look)),
    ])
    return draft(Self.note, knowledge: knowledge).lessons.map {
      $0.statement.split(separator: " ").prefix(3).joined(separator: " ")
    }
  }

  @Test(arguments: [[], Array("PMLOOK01".utf8), Array("PMLOOK00".utf8) + [1, 0, 0, 0]])
  func withoutOneTheFirstLookStands(_ file: [UInt8]) {
    #expect(lessons(file) == ["We should never", "We should always"])
  }

  /// The ninth input is how many things are likelier.
  @Test func whereAnotherIsLikelierItMayNotBeOne() {
    #expect(lessons(Self.look(by: 8, -18)) == ["We should never"])
  }

  @Test func itCountsFromItsFloor() {
    #expect(lessons(Self.look(by: 8, 0, floor: 1.5)) == ["We should never"])
  }

  /// The sixth input is the likeliest of the note.
  @Test func whatTheNoteHoldsCountsForAll() {
    #expect(lessons(Self.look(by: 5, -4.4)) == ["We should never"])
    #expect(lessons(Self.look(by: 5, -10.5)) == [])
  }
}
