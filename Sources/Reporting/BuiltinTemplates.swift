internal import CTemplates
import Evidence

/// The templates that are part of the program.
enum BuiltinTemplates {
  /// The embedded files of the folder `templates`, by file name.
  static let all: [SourceText] = {
    let folder = "templates/"
    var files: [SourceText] = []
    for index in 0..<c_embedded_file_count {
      // Embedded files are constants of the program: they outlive every use, and `count` is their size.
      let file = unsafe c_embedded_file(index).pointee
      let path = unsafe String(cString: file.path)
      guard path.hasPrefix(folder) else { continue }
      let bytes = unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      files.append(SourceText(name: String(path.dropFirst(folder.count)), bytes: bytes))
    }
    return files
  }()
}
