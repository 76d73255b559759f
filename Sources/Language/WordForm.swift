/// Folds words and takes their endings off, into 64-bit hashes that phrases are compared by.
struct WordForm {
  /// Longer words are not stemmed.
  private static let longestStemmed = 24

  /// The folded bytes of the word that is read.
  private var folded: [UInt8] = []
  private var stemmed: [UInt8] = []

  /// A hash of a word that is given in folded form.
  static func key(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(emptyKey, extend)
  }

  /// FNV-1a: the hash of no word, and that of a word with one more byte.
  private static let emptyKey: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func extend(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// A hash of a literal word in folded form.
  static func key(_ word: String) -> UInt64 { key(word.utf8) }

  /// Folds `bytes[range]`, which is one word, and returns its key and its stem's.
  mutating func read(_ bytes: [UInt8], _ range: Range<Int>) -> (key: UInt64, stem: UInt64) {
    if let plain = readPlain(bytes, range) { return plain }
    folded.removeAll(keepingCapacity: true)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte != UInt8(ascii: ".") {
          folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        }
        index += 1
      } else {
        let length = ByteClass.scalarLength(byte)
        fold(ByteClass.scalar(bytes, at: index, end: range.upperBound))
        index += max(1, length)
      }
    }
    contract()
    let key = Self.key(folded)
    return (key, folded.count > Self.longestStemmed ? key : stem())
  }

  /// Reads a word of ASCII letters and digits that no rule for endings changes, as most are: nothing is copied.
  private func readPlain(_ bytes: [UInt8], _ range: Range<Int>) -> (key: UInt64, stem: UInt64)? {
    var hash = Self.emptyKey
    var (last, lastButOne): (UInt8, UInt8) = (0, 0)
    for index in range {
      var byte = bytes[index]
      if byte &- 0x41 < 26 { byte |= 0x20 }
      guard byte &- 0x61 < 26 || byte &- 0x30 < 10 else { return nil }
      hash = Self.extend(hash, byte)
      (lastButOne, last) = (last, byte)
    }
    switch last {
    case UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "s"), lastButOne:
      return nil
    case UInt8(ascii: "r"), UInt8(ascii: "n"):
      guard range.count < 6 else { return nil }
    default: break
    }
    return (hash, irregularStem(hash) ?? hash)
  }

  /// Appends the plain form of a scalar beyond ASCII.
  private mutating func fold(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x2018, 0x2019, 0x02BC: folded.append(UInt8(ascii: "'"))
    case 0x0300...0x036F, 0x00AD, 0x200B...0x200D: break
    case 0xC0...0x17F:
      folded.append(contentsOf: Self.latin[Int(scalar.value) - 0xC0].utf8)
    default: folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }

  /// Writes `didn't` as `didnt`: both spellings are common, and no other word is met.
  private mutating func contract() {
    let count = folded.count
    if count > 3, folded[count - 1] == 0x74, folded[count - 2] == 0x27, folded[count - 3] == 0x6E {
      folded.remove(at: count - 2)
    }
  }

  private mutating func stem() -> UInt64 {
    stemmed.removeAll(keepingCapacity: true)
    stemmed.append(contentsOf: folded)
    if let quote = stemmed.lastIndex(of: 0x27), quote > 0, stemmed.count - quote <= 3 {
      stemmed.removeSubrange(quote...)
    }
    if let fixed = irregularStem(Self.key(stemmed)) { return fixed }
    dropPlural()
    if stemmed.last == UInt8(ascii: "d") || stemmed.last == UInt8(ascii: "g") { dropVerbEnding() }
    unify()
    return Self.key(stemmed)
  }

  private func irregularStem(_ key: UInt64) -> UInt64? {
    let fixed = Self.irregular.value(key)
    return fixed < 0 ? nil : Self.irregularStems[Int(fixed)]
  }

  private func ends(_ suffix: StaticString, atLeast count: Int) -> Bool {
    let length = suffix.utf8CodeUnitCount
    guard stemmed.count >= max(count, length) else { return false }
    return suffix.withUTF8Buffer { ending in
      for offset in 0..<length
      where unsafe stemmed[stemmed.count - length + offset] != ending[offset] {
        return false
      }
      return true
    }
  }

  private mutating func dropPlural() {
    guard stemmed.last == UInt8(ascii: "s"), stemmed.count > 3 else { return }
    if ends("ies", atLeast: 5) {
      stemmed.removeLast(3)
      stemmed.append(UInt8(ascii: "y"))
    } else if ends("sses", atLeast: 5) || ends("xes", atLeast: 5) || ends("ches", atLeast: 5)
      || ends("shes", atLeast: 5) || ends("oes", atLeast: 4)
    {
      stemmed.removeLast(2)
    } else {
      let before = stemmed[stemmed.count - 2]
      if before != UInt8(ascii: "s"), before != UInt8(ascii: "u"), before != UInt8(ascii: "i") {
        stemmed.removeLast()
      }
    }
  }

  private mutating func dropVerbEnding() {
    if ends("ied", atLeast: 5) {
      stemmed.removeLast(3)
      stemmed.append(UInt8(ascii: "y"))
    } else if ends("eed", atLeast: 1) {
      if stemmed.count > 5, !ends("ceed", atLeast: 1) { stemmed.removeLast() }
    } else if ends("ed", atLeast: 5), hasVowel(before: stemmed.count - 2) {
      stemmed.removeLast(2)
    } else if ends("ing", atLeast: 6), hasVowel(before: stemmed.count - 3) {
      stemmed.removeLast(3)
    }
  }

  /// Drops what differs between forms of a word and between spellings: `cancelled`, `organise`, `favour`.
  private mutating func unify() {
    if stemmed.count > 3, stemmed.last == UInt8(ascii: "e") { stemmed.removeLast() }
    if stemmed.count > 3, let last = stemmed.last, last == stemmed[stemmed.count - 2],
      !Self.isVowel(last), last > 0x60
    {
      stemmed.removeLast()
    }
    if ends("isation", atLeast: 9) {
      stemmed[stemmed.count - 6] = UInt8(ascii: "z")
    } else if ends("is", atLeast: 6) {
      stemmed[stemmed.count - 1] = UInt8(ascii: "z")
    } else if ends("our", atLeast: 6) {
      stemmed.remove(at: stemmed.count - 2)
    }
  }

  private func hasVowel(before end: Int) -> Bool {
    for byte in stemmed[..<end] where Self.isVowel(byte) { return true }
    return false
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  /// Forms that the rules would part or wrongly join.
  private static let irregularForms: [String] = [
    "use used uses using", "go goes going", "do does doing", "tie tied ties tying",
    "die died dies dying", "lie lied lies lying", "pay pays paid paying", "say says said saying",
    "licence license licences licenses licensed licensing", "centre center centres centers",
    "bus buses", "news", "during", "nothing", "something", "anything", "everything", "morning",
    "his", "was", "has", "us", "as", "is", "this", "its", "yes", "gas", "plus",
    "owe owes owed owing",
    "add adds added adding", "ask asks asked asking", "try tries tried trying",
    "act acts acted acting", "end ends ended ending", "buy buys buying bought",
    "programme program programmes programs", "log logs logged logging",
  ]

  private static let irregular: WordTable = {
    var forms = WordTable(capacity: 512)
    for (number, group) in irregularForms.enumerated() {
      for word in group.split(separator: " ") { forms.insert(key(word.utf8), Int32(number)) }
    }
    return forms
  }()

  private static let irregularStems: [UInt64] = irregularForms.map {
    key($0.utf8.prefix { $0 != 0x20 })
  }

  /// Plain spellings of U+00C0 to U+017F.
  private static let latin: [String] = {
    let plain =
      "a a a a a a ae c e e e e i i i i d n o o o o o x o u u u u y th ss "
      + "a a a a a a ae c e e e e i i i i d n o o o o o / o u u u u y th y "
      + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h "
      + "i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n "
      + "o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t "
      + "u u u u u u u u u u u u w w y y y z z z z z z s"
    return plain.split(separator: " ").map(String.init)
  }()
}
