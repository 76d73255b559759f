/// The encoder that `Codable` values see; it never throws.
struct JSONEncoding: Encoder {
  let output: JSONOutput

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(
      JSONObject<Key>(output: output, depth: output.openContainer(0x7B, 0x7D)))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    JSONList(output: output, depth: output.openContainer(0x5B, 0x5D))
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { JSONValue(output: output) }
}

/// An object whose unknown values are written as `null`.
private struct JSONObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let output: JSONOutput
  let depth: Int

  var codingPath: [any CodingKey] { [] }

  private func begin(_ key: some CodingKey) {
    output.beginElement(at: depth)
    output.writeKey(key.stringValue)
  }

  private func put(_ value: (some Encodable)?, _ key: Key) {
    begin(key)
    if let value { output.writeValue(value) } else { output.writeNull() }
  }

  private func putNumber(_ value: (some BinaryInteger)?, _ key: Key) {
    begin(key)
    if let value { output.write(value) } else { output.writeNull() }
  }

  private func put(_ value: String?, _ key: Key) {
    begin(key)
    if let value { output.writeString(value) } else { output.writeNull() }
  }

  private func put(_ value: Double?, _ key: Key) {
    begin(key)
    if let value { output.write(value) } else { output.writeNull() }
  }

  private func put(_ value: Bool?, _ key: Key) {
    begin(key)
    if let value { output.write(value) } else { output.writeNull() }
  }

  func encodeNil(forKey key: Key) {
    begin(key)
    output.writeNull()
  }

  func encode(_ value: Bool, forKey key: Key) { put(value, key) }
  func encode(_ value: String, forKey key: Key) { put(value, key) }
  func encode(_ value: Double, forKey key: Key) { put(value, key) }
  func encode(_ value: Int, forKey key: Key) { putNumber(value, key) }
  func encode(_ value: Int8, forKey key: Key) { putNumber(value, key) }
  func encode(_ value: Int16, forKey key: Key) { putNumber(value, key) }
  func encode(_ value: Int32, forKey key: Key) { putNumber(value, key) }
  func encode(_ value: Int64, forKey key: Key) { putNumber(value, key) }
  func encode(_ value: UInt, forKey key: Key) { putNumber(value, key) }
  func encode(_ value: UInt8, forKey key: Key) { putNumber(value, key) }
  func encode(_ value: UInt16, forKey key: Key) { putNumber(value, key) }
  func encode(_ value: UInt32, forKey key: Key) { putNumber(value, key) }
  func encode(_ value: UInt64, forKey key: Key) { putNumber(value, key) }
  func encode(_ value: Float, forKey key: Key) { put(Double(value), key) }
  func encode<T: Encodable>(_ value: T, forKey key: Key) { put(value, key) }

  func encodeIfPresent(_ value: Bool?, forKey key: Key) { put(value, key) }
  func encodeIfPresent(_ value: String?, forKey key: Key) { put(value, key) }
  func encodeIfPresent(_ value: Double?, forKey key: Key) { put(value, key) }
  func encodeIfPresent(_ value: Int?, forKey key: Key) { putNumber(value, key) }
  func encodeIfPresent(_ value: Int8?, forKey key: Key) { putNumber(value, key) }
  func encodeIfPresent(_ value: Int16?, forKey key: Key) { putNumber(value, key) }
  func encodeIfPresent(_ value: Int32?, forKey key: Key) { putNumber(value, key) }
  func encodeIfPresent(_ value: Int64?, forKey key: Key) { putNumber(value, key) }
  func encodeIfPresent(_ value: UInt?, forKey key: Key) { putNumber(value, key) }
  func encodeIfPresent(_ value: UInt8?, forKey key: Key) { putNumber(value, key) }
  func encodeIfPresent(_ value: UInt16?, forKey key: Key) { putNumber(value, key) }
  func encodeIfPresent(_ value: UInt32?, forKey key: Key) { putNumber(value, key) }
  func encodeIfPresent(_ value: UInt64?, forKey key: Key) { putNumber(value, key) }
  func encodeIfPresent(_ value: Float?, forKey key: Key) { put(value.map(Double.init), key) }
  func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) { put(value, key) }

  func nestedContainer<Nested>(
    keyedBy keyType: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    begin(key)
    return JSONEncoding(output: output).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    begin(key)
    return JSONEncoding(output: output).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    output.beginElement(at: depth)
    output.writeKey("super")
    return JSONEncoding(output: output)
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    begin(key)
    return JSONEncoding(output: output)
  }
}

/// A list.
private struct JSONList: UnkeyedEncodingContainer {
  let output: JSONOutput
  let depth: Int

  var codingPath: [any CodingKey] { [] }
  var count: Int { output.count(at: depth) }

  func encodeNil() {
    output.beginElement(at: depth)
    output.writeNull()
  }

  func encode<T: Encodable>(_ value: T) {
    output.beginElement(at: depth)
    output.writeValue(value)
  }

  func nestedContainer<Nested>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
    output.beginElement(at: depth)
    return JSONEncoding(output: output).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    output.beginElement(at: depth)
    return JSONEncoding(output: output).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    output.beginElement(at: depth)
    return JSONEncoding(output: output)
  }
}

/// A single value.
private struct JSONValue: SingleValueEncodingContainer {
  let output: JSONOutput

  var codingPath: [any CodingKey] { [] }

  func encodeNil() { output.writeNull() }
  func encode(_ value: Bool) { output.write(value) }
  func encode(_ value: String) { output.writeString(value) }
  func encode(_ value: Double) { output.write(value) }
  func encode(_ value: Float) { output.write(Double(value)) }
  func encode(_ value: Int) { output.write(value) }
  func encode(_ value: Int8) { output.write(value) }
  func encode(_ value: Int16) { output.write(value) }
  func encode(_ value: Int32) { output.write(value) }
  func encode(_ value: Int64) { output.write(value) }
  func encode(_ value: UInt) { output.write(value) }
  func encode(_ value: UInt8) { output.write(value) }
  func encode(_ value: UInt16) { output.write(value) }
  func encode(_ value: UInt32) { output.write(value) }
  func encode(_ value: UInt64) { output.write(value) }
  func encode<T: Encodable>(_ value: T) { output.writeValue(value) }
}
