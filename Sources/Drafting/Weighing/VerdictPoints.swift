/// What second thoughts weigh: how much each circumstance of the evidence counts for a verdict on the whole note.
///
/// Where ``Judge`` says what a single sentence is, these points say what many of them come to. They are learnt from
/// labelled notes by `Training/train.py` and kept as text, a line `group.trait`, a tab and a number.
struct VerdictPoints: Sendable {
  /// The points of one group, one for each of its traits.
  struct Group<Trait: CaseIterable & RawRepresentable<String> & Sendable>: Sendable {
    private let values: [Double]

    fileprivate init(_ name: String, of table: [String: Double]) {
      values = Trait.allCases.map { table["\(name).\($0.rawValue)"] ?? 0 }
    }

    /// The weighted sum of an amount for each trait, in the order of the cases.
    func sum(_ amounts: [Double]) -> Double {
      zip(values, amounts).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// What one of the trait at `index` counts.
    subscript(index: Int) -> Double { values[index] }
  }

  /// What speaks for and against a cause.
  let cause: Group<CauseTrait>
  /// From what standing a cause counts beside the primary one, and from what it counts as ruled out.
  let contributing: Group<CauseStanding>
  let ruledOut: Group<CauseStanding>
  /// Whom to notify.
  let department: Group<DepartmentTrait>
  /// What they said of coming back.
  let winBack: Group<WinBackTrait>
  private let table: [String: Double]

  /// Reads the lines of `bytes`.
  init(parsing bytes: [UInt8]) {
    var table: [String: Double] = [:]
    for line in bytes.split(separator: 0x0A) where line.first != 0x23 {
      let columns = line.split(separator: 0x09)
      guard columns.count == 2, let value = Double(String(decoding: columns[1], as: UTF8.self))
      else { continue }
      table[String(decoding: columns[0], as: UTF8.self)] = value
    }
    self.table = table
    cause = Group("cause", of: table)
    contributing = Group("contributing", of: table)
    ruledOut = Group("ruled-out", of: table)
    department = Group("department", of: table)
    winBack = Group("win-back", of: table)
  }

  /// A single number, such as `floor.turning-point`; nought where none was learnt.
  subscript(_ name: String) -> Double { table[name] ?? 0 }
}
