/// A 128-bit digest that tells whether bytes are the same as before, at the speed of memory.
///
/// It finds what people and programs change by accident or on purpose without hiding it; it guards no secret, and whoever
/// wants to can make two texts of one fingerprint. SHA-256 would take as long as writing the reports does.
public struct Fingerprint: Hashable, Sendable {
  private let first: UInt64
  private let second: UInt64

  /// The fingerprint of `bytes`.
  public init(of bytes: [UInt8]) {
    var one: UInt64 = 0x243F_6A88_85A3_08D3 ^ UInt64(bytes.count)
    var two: UInt64 = 0x1319_8A2E_0370_7344
    let whole = bytes.count & ~15
    // Reads stay below `whole`, which is at most the number of bytes.
    unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < whole {
        let low = unsafe UInt64(
          littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        let high = unsafe UInt64(
          littleEndian: buffer.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
        (one, two) = Self.mixed(one, two, low, high)
        offset += 16
      }
    }
    var low: UInt64 = 0
    var high: UInt64 = 0
    for index in whole..<bytes.count {
      let shift = UInt64(index - whole) * 8
      if shift < 64 {
        low |= UInt64(bytes[index]) << shift
      } else {
        high |= UInt64(bytes[index]) << (shift - 64)
      }
    }
    (one, two) = Self.mixed(one, two, low, high)
    (one, two) = Self.mixed(two, one, 0x4528_21E6_38D0_1377, 0xBE54_66CF_34E9_0C6C)
    (first, second) = Self.mixed(one, two, two, one)
  }

  /// The fingerprint of several, in order.
  public init(of parts: [Fingerprint]) {
    self.init(of: parts.flatMap(\.bytes))
  }

  /// The fingerprint that ``description`` writes; nothing where `text` is none.
  public init?(_ text: String) {
    guard text.utf8.count == 32 else { return nil }
    // The digits move through both words from the right.
    var one: UInt64 = 0
    var two: UInt64 = 0
    for byte in text.utf8 {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x61...0x66: digit = byte - 0x57
      default: return nil
      }
      one = one << 4 | two >> 60
      two = two << 4 | UInt64(digit)
    }
    (first, second) = (one, two)
  }

  /// The fingerprint that ``bytes`` gives; nothing where there are not 16.
  public init?(bytes: ArraySlice<UInt8>) {
    guard bytes.count == 16 else { return nil }
    var one: UInt64 = 0
    var two: UInt64 = 0
    for byte in bytes {
      one = one << 8 | two >> 56
      two = two << 8 | UInt64(byte)
    }
    (first, second) = (one, two)
  }

  /// The first eight bytes, where few enough things are told apart that they do.
  public var word: UInt64 { first }

  /// The 16 bytes, most significant first.
  public var bytes: [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
      for index in 0..<8 {
        let shift = UInt64(56 - 8 * index)
        unsafe buffer[index] = UInt8(truncatingIfNeeded: first >> shift)
        unsafe buffer[index + 8] = UInt8(truncatingIfNeeded: second >> shift)
      }
      count = 16
    }
  }

  /// Mixes two words into the state: each half of the state is multiplied with one word in full width, and both are kept
  /// in each other's way so that no value of a word can take the other out of the result.
  private static func mixed(
    _ one: UInt64, _ two: UInt64, _ low: UInt64, _ high: UInt64
  ) -> (UInt64, UInt64) {
    let left = (one ^ low ^ 0xA409_3822_299F_31D0).multipliedFullWidth(
      by: (high &+ two) | 1)
    let right = (two ^ high ^ 0x082E_FA98_EC4E_6C89).multipliedFullWidth(
      by: (low &+ (one << 29 | one >> 35)) | 1)
    return (left.high ^ left.low ^ two, right.high ^ right.low ^ low &+ one)
  }
}

extension Fingerprint: CustomStringConvertible {
  /// 32 hexadecimal digits in lower case.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
