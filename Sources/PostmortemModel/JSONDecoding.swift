import JSONText

/// The decoder that `Codable` values see: one value of an outline.
struct JSONDecoding: Decoder {
  let outline: JSONOutline
  let node: Int

  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// The keys and indices that lead here, found only where somebody asks: for a mistake.
  var codingPath: [any CodingKey] {
    var path: [any CodingKey] = []
    var node = node
    while node >= 0, outline.nodes[node].parent >= 0 {
      let parent = outline.nodes[node].parent
      if let key = outline.nodes[node].key {
        path.append(JSONKey(stringValue: outline.string(key)))
      } else if let index = outline.children(of: parent).firstIndex(of: node) {
        path.append(JSONKey(intValue: index))
      }
      node = parent
    }
    return path.reversed()
  }

  func container<Key>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    try KeyedDecodingContainer(JSONMembers<Key>(self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try JSONItems(self) }

  func singleValueContainer() -> any SingleValueDecodingContainer { JSONScalar(self) }

  var kind: JSONOutline.Kind { outline.nodes[node].kind }

  func at(_ node: Int) -> Self { Self(outline: outline, node: node) }

  func mismatch(_ type: any Any.Type) -> DecodingError {
    .typeMismatch(type, .init(codingPath: codingPath, debugDescription: ""))
  }

  func bool() throws -> Bool {
    guard kind == .boolean else { throw mismatch(Bool.self) }
    return outline.bytes[outline.nodes[node].range.lowerBound] == 0x74
  }

  func string() throws -> String {
    guard kind == .string else { throw mismatch(String.self) }
    let range = outline.nodes[node].range
    return outline.string(range.lowerBound + 1..<range.upperBound - 1)
  }

  func double() throws -> Double {
    guard kind == .number, let value = Double(outline.text(outline.nodes[node].range)),
      value.isFinite
    else { throw mismatch(Double.self) }
    return value
  }

  func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
    guard kind == .number else { throw mismatch(type) }
    if let value = Value(outline.text(outline.nodes[node].range)) { return value }
    guard let value = Value(exactly: try double()) else { throw mismatch(type) }
    return value
  }

  func value<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }
}

/// A key or an index of a path.
struct JSONKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  init(intValue: Int) {
    stringValue = String(intValue)
    self.intValue = intValue
  }
}

/// The members of an object; of two with the same key the last one counts.
private struct JSONMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: JSONDecoding
  let members: [String: Int]

  init(_ decoder: JSONDecoding) throws {
    guard decoder.kind == .object else { throw decoder.mismatch([String: Any].self) }
    self.decoder = decoder
    var members: [String: Int] = [:]
    for child in decoder.outline.children(of: decoder.node) {
      if let key = decoder.outline.nodes[child].key { members[decoder.outline.string(key)] = child }
    }
    self.members = members
  }

  var codingPath: [any CodingKey] { decoder.codingPath }
  var allKeys: [Key] { members.keys.compactMap(Key.init(stringValue:)) }

  func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }

  private func at(_ key: some CodingKey) throws -> JSONDecoding {
    guard let member = members[key.stringValue] else {
      throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: ""))
    }
    return decoder.at(member)
  }

  func decodeNil(forKey key: Key) throws -> Bool { try at(key).kind == .null }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try at(key).bool() }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try at(key).string() }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try at(key).double() }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { Float(try at(key).double()) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try at(key).integer(type) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try at(key).integer(type) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try at(key).integer(type) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try at(key).integer(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try at(key).integer(type) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try at(key).integer(type) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try at(key).integer(type) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try at(key).integer(type) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try at(key).integer(type) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try at(key).integer(type) }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try at(key).value(type)
  }

  func nestedContainer<Nested>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try at(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try at(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { try at(JSONKey(stringValue: "super")) }
  func superDecoder(forKey key: Key) throws -> any Decoder { try at(key) }
}

/// The items of a list.
private struct JSONItems: UnkeyedDecodingContainer {
  let decoder: JSONDecoding
  let items: [Int]
  var currentIndex = 0

  init(_ decoder: JSONDecoding) throws {
    guard decoder.kind == .list else { throw decoder.mismatch([Any].self) }
    self.decoder = decoder
    items = decoder.outline.children(of: decoder.node)
  }

  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { items.count }
  var isAtEnd: Bool { currentIndex == items.count }

  private mutating func next() throws -> JSONDecoding {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        Any.self, .init(codingPath: codingPath, debugDescription: "The list ends too early"))
    }
    defer { currentIndex += 1 }
    return decoder.at(items[currentIndex])
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, decoder.at(items[currentIndex]).kind == .null else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next().value(type) }

  mutating func nestedContainer<Nested>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }
}

/// A single value.
private struct JSONScalar: SingleValueDecodingContainer {
  let decoder: JSONDecoding

  init(_ decoder: JSONDecoding) { self.decoder = decoder }

  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool { decoder.kind == .null }
  func decode(_ type: Bool.Type) throws -> Bool { try decoder.bool() }
  func decode(_ type: String.Type) throws -> String { try decoder.string() }
  func decode(_ type: Double.Type) throws -> Double { try decoder.double() }
  func decode(_ type: Float.Type) throws -> Float { Float(try decoder.double()) }
  func decode(_ type: Int.Type) throws -> Int { try decoder.integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try decoder.integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try decoder.integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try decoder.integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try decoder.integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try decoder.integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try decoder.integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try decoder.integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try decoder.integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try decoder.integer(type) }
  func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.value(type) }
}
