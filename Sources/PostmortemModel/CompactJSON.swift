/// Takes the white space between the tokens of JSON away.
public enum CompactJSON {
  /// The same value without white space outside its strings.
  public static func compact(_ json: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(json.count)
    // Where the run begins that is kept next.
    var start = 0
    var index = 0
    while index < json.count {
      let byte = json[index]
      if byte == 0x22 {
        index = endOfString(json, from: index)
      } else if byte > 0x20 {
        index += 1
      } else {
        output += json[start..<index]
        while index < json.count, json[index] <= 0x20 { index += 1 }
        start = index
      }
    }
    return output + json[start...]
  }

  /// The end of the string that opens at `index`.
  private static func endOfString(_ json: [UInt8], from index: Int) -> Int {
    var index = index + 1
    while index < json.count, json[index] != 0x22 {
      index += json[index] == 0x5C ? 2 : 1
    }
    return min(index + 1, json.count)
  }
}
