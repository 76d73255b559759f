/// Makes any bytes into text that the rest of the program can rely on.
enum SourceRepair {
  /// Unicode's stream-safe limit: no sensible text puts more marks on one letter (UAX #15, section 13).
  private static let combiningLimit = 30

  /// Returns valid UTF-8 without byte order mark, NUL and over-long runs of combining marks, and what was repaired.
  static func repair(_ bytes: [UInt8], name: String) -> ([UInt8], [Finding]) {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if isPlain(body) { return (Array(body), []) }
    var repairer = Repairer(name: name)
    repairer.read(body)
    return (repairer.output, repairer.findings)
  }

  /// Whether the bytes are ASCII without NUL: most notes, and then there is nothing to look at.
  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 < 0x80 && $0 != 0 }
  }

  private struct Repairer {
    let name: String
    var output: [UInt8] = []
    var findings: [Finding] = []
    private var line = 1
    private var lineStart = 0
    private var invalidBytes = 0
    private var firstInvalid: SourcePosition?
    private var firstLongRun: SourcePosition?
    private var combiningRun = 0

    init(name: String) { self.name = name }

    mutating func read(_ bytes: ArraySlice<UInt8>) {
      output.reserveCapacity(bytes.count)
      var index = bytes.startIndex
      // Almost all of a note stays as it is, and is taken over in long runs.
      var start = index
      lineStart = index
      while index < bytes.endIndex {
        let byte = bytes[index]
        let length = Self.scalarLength(in: bytes, at: index)
        if length == 0 || byte == 0 {
          invalidBytes += 1
          firstInvalid = firstInvalid ?? position(of: index)
          output += bytes[start..<index]
          output += [0xEF, 0xBF, 0xBD]
          index += 1
          start = index
          continue
        }
        if length > 1 {
          if isMarkTooMany(bytes[index..<index + length], at: index) {
            output += bytes[start..<index]
            output += [0xCD, 0x8F]  // U+034F
            start = index
          }
        } else {
          combiningRun = 0
          let isLineEnd =
            byte == 0x0A
            || (byte == 0x0D && (index + 1 == bytes.endIndex || bytes[index + 1] != 0x0A))
          if isLineEnd {
            line += 1
            lineStart = index + 1
          }
        }
        index += length
      }
      output += bytes[start...]
      report()
    }

    private func position(of index: Int) -> SourcePosition {
      SourcePosition(line: line, column: index - lineStart + 1)
    }

    /// Whether a scalar is one combining mark more than a run may have: a combining grapheme joiner then breaks the run up, as
    /// comparing and hashing are quadratic in it.
    private mutating func isMarkTooMany(_ scalar: ArraySlice<UInt8>, at index: Int) -> Bool {
      let value = scalar.dropFirst().reduce(UInt32(scalar.first ?? 0) & 0x7F >> scalar.count) {
        $0 << 6 | UInt32($1 & 0x3F)
      }
      guard let scalar = Unicode.Scalar(value),
        scalar.properties.canonicalCombiningClass != .notReordered
      else {
        combiningRun = 0
        return false
      }
      combiningRun += 1
      guard combiningRun > SourceRepair.combiningLimit else { return false }
      firstLongRun = firstLongRun ?? position(of: index)
      combiningRun = 1
      return true
    }

    private mutating func report() {
      if let firstInvalid {
        findings.append(
          Finding(
            "invalid-utf8", .warning,
            "\(invalidBytes) byte(s) that are not UTF-8 text were replaced by U+FFFD; save the file as UTF-8",
            in: name, at: firstInvalid))
      }
      if let firstLongRun {
        findings.append(
          Finding(
            "combining-marks", .warning,
            "More than \(SourceRepair.combiningLimit) combining marks on one letter; the run was broken up",
            in: name, at: firstLongRun))
      }
    }

    /// The length of the well-formed scalar at `index` (Unicode, table 3-7), or 0.
    private static func scalarLength(in bytes: ArraySlice<UInt8>, at index: Int) -> Int {
      let first = bytes[index]
      if first < 0x80 { return 1 }
      func isTrail(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
        index + offset < bytes.endIndex && range.contains(bytes[index + offset])
      }
      switch first {
      case 0xC2...0xDF: return isTrail(1) ? 2 : 0
      case 0xE0: return isTrail(1, 0xA0...0xBF) && isTrail(2) ? 3 : 0
      case 0xED: return isTrail(1, 0x80...0x9F) && isTrail(2) ? 3 : 0
      case 0xE1...0xEF: return isTrail(1) && isTrail(2) ? 3 : 0
      case 0xF0: return isTrail(1, 0x90...0xBF) && isTrail(2) && isTrail(3) ? 4 : 0
      case 0xF4: return isTrail(1, 0x80...0x8F) && isTrail(2) && isTrail(3) ? 4 : 0
      case 0xF1...0xF3: return isTrail(1) && isTrail(2) && isTrail(3) ? 4 : 0
      default: return 0
      }
    }
  }
}
