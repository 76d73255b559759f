/// Judges things once more, in the light of what a first look told of all of the note.
///
/// A small network that adds to the log-odds of the first look by ``Circumstances`` (stacked generalisation, D. Wolpert 1992):
/// whether another sentence tells the lesson better, or in what company a name stands, the first look cannot know. The less
/// there is of a note, the less is added. It is learnt from notes that the first look was not learnt from, by
/// `Training/learn/second_look.py`.
///
/// A file is little-endian: `PMLOOK01`; the numbers of inputs, hidden numbers and targets (4 bytes each); 4-byte floats: for
/// each input what it adds to each hidden number, the thresholds, for each hidden number what it counts for each target, what
/// is added to each target, and the log-odds from which on each counts.
struct SecondLook: Sendable {
  /// For each input what it adds to each hidden number; none where nothing was learnt.
  private let inputs: [Float]
  private let layer: HiddenLayer
  private let biases: [Float]
  private let floors: [Float]

  private static let magic = Array("PMLOOK01".utf8)

  /// Reads a file; one that changes nothing where `bytes` are none.
  init(_ bytes: PackedBytes) {
    let sizes = bytes.numbers(UInt32.self, at: Self.magic.count, count: 3).all.map(Int.init)
    let isFile =
      sizes.count == 3 && sizes.allSatisfy { $0 > 0 && $0 <= bytes.count }
      && bytes.numbers(at: 0, count: Self.magic.count).all == Self.magic
    let (inputs, hidden, targets) = isFile ? (sizes[0], sizes[1], sizes[2]) : (0, 0, 0)
    var offset = Self.magic.count + 3 * 4
    func next(_ count: Int) -> [Float] {
      defer { offset += count * 4 }
      return bytes.numbers(Float.self, at: offset, count: count).all
    }
    self.inputs = next(inputs * hidden)
    layer = HiddenLayer(thresholds: next(hidden), shares: [], readout: next(hidden * targets))
    biases = next(targets)
    floors = next(targets)
  }

  /// Adds to the verdicts on things what comes of such circumstances of theirs.
  func look(at verdicts: inout Verdicts, _ circumstances: Circumstances) {
    let targets = verdicts.targets
    guard layer.width > 0, biases.count == targets.count, floors.count == targets.count else {
      return
    }
    let count = circumstances.count
    let share = Float(count * count) / Float(count * count + Self.half * Self.half)
    // What is above nought counts in proportion, so that a share of the hidden numbers gives that share of what they tell.
    let layer = HiddenLayer(
      thresholds: layer.thresholds.map { $0 * share }, shares: [], readout: layer.readout)
    verdicts.revise { scores in
      var run = HiddenRun(layer)
      var numbers: [Float] = []
      var hidden = [Float](repeating: 0, count: layer.width)
      for index in 0..<count {
        circumstances.tell(index, &numbers)
        add(numbers, share, to: &hidden)
        run.append(hidden, in: 0, to: &scores)
        for target in biases.indices {
          scores[index * biases.count + target] += share * biases[target] - floors[target]
        }
      }
      run.finish(&scores)
    }
  }

  /// Of a note with so many things half of what there is to say is added, of one with a few next to nothing.
  private static let half = 8

  /// Puts a share of what numbers add up to in the place of the hidden numbers.
  private func add(_ numbers: [Float], _ share: Float, to hidden: inout [Float]) {
    // Checked once here, not for each of them.
    precondition(numbers.count * hidden.count == inputs.count)
    let from = inputs.span
    var sums = hidden.mutableSpan
    for number in sums.indices { sums[number] = 0 }
    for input in numbers.indices where numbers[input] != 0 {
      let value = numbers[input] * share
      let first = input &* sums.count
      for number in sums.indices {
        unsafe sums[unchecked: number] += value * from[unchecked: first &+ number]
      }
    }
  }
}
