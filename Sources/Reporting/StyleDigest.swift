import Evidence

/// SHA-256 in base64, as a Content-Security-Policy names a style sheet.
package enum StyleDigest {
  /// Returns the `sha256-…` source expression of a `<style>` element's content.
  package static func source(of bytes: [UInt8]) -> String { "sha256-\(base64(digest(of: bytes)))" }

  private static func digest(of bytes: [UInt8]) -> [UInt8] {
    SHA256.digest(of: bytes).flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for index in 0..<4 {
        let isData = index <= group.count
        result.append(isData ? alphabet[Int(value >> UInt32(18 - 6 * index) & 63)] : 0x3D)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
