import CTemplates

/// The JSON Schema of the model, as it is embedded in the program.
public enum ModelSchema {
  /// The schema's text.
  public static var text: [UInt8] {
    for index in 0..<c_embedded_file_count {
      // Embedded files are constants of the program: they outlive every use, and `count` is their size.
      let file = unsafe c_embedded_file(index).pointee
      guard unsafe String(cString: file.path) == "schema/postmortem.schema.json" else { continue }
      return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
    return []
  }
}
