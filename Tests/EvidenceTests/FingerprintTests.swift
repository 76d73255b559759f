import Evidence
import TestSupport
import Testing

@Suite struct FingerprintTests {
  @Test func differForEveryFlippedBitAndEveryLength() {
    var random = SeededGenerator(seed: 5)
    var seen: Set<Fingerprint> = []
    var count = 0
    for length in 0..<70 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      seen.insert(Fingerprint(of: bytes))
      seen.insert(Fingerprint(of: [UInt8](repeating: 0, count: length + 100)))
      count += 2
      for bit in 0..<length * 8 {
        var other = bytes
        other[bit / 8] ^= 1 << UInt8(bit % 8)
        seen.insert(Fingerprint(of: other))
        count += 1
      }
    }
    #expect(seen.count == count)
  }

  @Test func spreadEveryBitOfTheInputOverTheWholeResult() {
    let bytes = Array("The customer left after the second outage.".utf8)
    let before = Fingerprint(of: bytes).bytes
    var flips = [Int](repeating: 0, count: 128)
    for bit in 0..<bytes.count * 8 {
      var other = bytes
      other[bit / 8] ^= 1 << UInt8(bit % 8)
      for (index, (old, new)) in zip(before, Fingerprint(of: other).bytes).enumerated() {
        for place in 0..<8 where (old ^ new) >> UInt8(place) & 1 == 1 {
          flips[index * 8 + place] += 1
        }
      }
    }
    let tries = bytes.count * 8
    #expect(flips.allSatisfy { ($0 > tries / 3) && ($0 < tries * 2 / 3) }, "\(flips)")
  }

  @Test func areReadBackFromTextAndBytes() {
    let print = Fingerprint(of: Array("note".utf8))
    #expect(Fingerprint(print.description) == print)
    #expect(Fingerprint(bytes: print.bytes[...]) == print)
    #expect(Fingerprint("xyz") == nil && Fingerprint(bytes: [1]) == nil)
    #expect(Fingerprint(String(repeating: "G", count: 32)) == nil)
  }

  /// Stored fingerprints must mean the same to every version and on every machine.
  @Test func areFixed() {
    #expect(Fingerprint(of: [UInt8]()).description == "8129253484e88d7f00ea5efe08b594a3")
    #expect(
      Fingerprint(of: Array("The same on every machine".utf8)).description
        == "6a190f32ce7dc3565d883810d4a3a5b0")
  }
}
