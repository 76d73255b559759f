/// Takes the white space between the tokens of JSON away.
public enum CompactJSON {
  /// The same value without white space outside its strings.
  public static func compact(_ json: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(json.count)
    var isInString = false
    var isEscaped = false
    for byte in json {
      if isInString {
        output.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isInString = false
        }
      } else if byte > 0x20 {
        output.append(byte)
        isInString = byte == 0x22
      }
    }
    return output
  }
}
