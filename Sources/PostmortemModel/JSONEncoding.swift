/// The encoder that `Codable` values see; it never throws.
struct JSONEncoding: Encoder {
  let output: JSONOutput

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(
      JSONObject<Key>(output: output, depth: output.writer.openObject()))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    JSONList(output: output, depth: output.writer.openList())
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { JSONValue(output: output) }
}

/// An object whose unknown values are written as `null`.
private struct JSONObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let output: JSONOutput
  let depth: Int

  var codingPath: [any CodingKey] { [] }

  private func begin(_ key: some CodingKey) {
    output.writer.beginMember(key.stringValue, at: depth)
  }

  private func put(_ value: (some Encodable)?, _ key: Key) {
    begin(key)
    if let value { output.write(value) } else { output.writer.writeNull() }
  }

  private func putNumber(_ value: (some BinaryInteger)?, _ key: Key) {
    begin(key)
    if let value { output.writer.write(value) } else { output.writer.writeNull() }
  }

  private func put(_ value: String?, _ key: Key) {
    begin(key)
    if let value { output.writer.write(value) } else { output.writer.writeNull() }
  }

  private func put(_ value: Double?, _ key: Key) {
    begin(key)
    if let value { output.writer.write(value) } else { output.writer.writeNull() }
  }

  private func put(_ value: Bool?, _ key: Key) {
    begin(key)
    if let value { output.writer.write(value) } else { output.writer.writeNull() }
  }

  func encodeNil(forKey key: Key) {
    begin(key)
    output.writer.writeNull()
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
    output.writer.beginMember("super", at: depth)
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
  var count: Int { output.writer.count(at: depth) }

  func encodeNil() {
    output.writer.beginElement(at: depth)
    output.writer.writeNull()
  }

  func encode<T: Encodable>(_ value: T) {
    output.writer.beginElement(at: depth)
    output.write(value)
  }

  func nestedContainer<Nested>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
    output.writer.beginElement(at: depth)
    return JSONEncoding(output: output).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    output.writer.beginElement(at: depth)
    return JSONEncoding(output: output).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    output.writer.beginElement(at: depth)
    return JSONEncoding(output: output)
  }
}

/// A single value.
private struct JSONValue: SingleValueEncodingContainer {
  let output: JSONOutput

  var codingPath: [any CodingKey] { [] }

  func encodeNil() { output.writer.writeNull() }
  func encode(_ value: Bool) { output.writer.write(value) }
  func encode(_ value: String) { output.writer.write(value) }
  func encode(_ value: Double) { output.writer.write(value) }
  func encode(_ value: Float) { output.writer.write(Double(value)) }
  func encode(_ value: Int) { output.writer.write(value) }
  func encode(_ value: Int8) { output.writer.write(value) }
  func encode(_ value: Int16) { output.writer.write(value) }
  func encode(_ value: Int32) { output.writer.write(value) }
  func encode(_ value: Int64) { output.writer.write(value) }
  func encode(_ value: UInt) { output.writer.write(value) }
  func encode(_ value: UInt8) { output.writer.write(value) }
  func encode(_ value: UInt16) { output.writer.write(value) }
  func encode(_ value: UInt32) { output.writer.write(value) }
  func encode(_ value: UInt64) { output.writer.write(value) }
  func encode<T: Encodable>(_ value: T) { output.write(value) }
}
