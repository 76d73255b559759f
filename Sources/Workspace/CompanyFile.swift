/// Where a company's settings lie.
public enum CompanyFile {
  /// What the file is called.
  public static let name = "postmortem.yml"

  /// The settings for notes in `folder`: those beside the notes, or in the nearest folder above up to the working folder.
  public static func find(from folder: FilePath) -> FilePath? {
    places(from: folder).first { Disk.status($0, followingLinks: true) != nil }
  }

  /// The settings for a note; those in the working folder for one that comes from standard input.
  public static func find(for note: FilePath) -> FilePath? {
    find(from: note.bytes == Array("-".utf8) ? FilePath(".") : note.parent)
  }

  /// Where settings for notes in `folder` may lie, the nearest first.
  public static func places(from folder: FilePath) -> [FilePath] {
    folders(from: folder, workingFolder: Disk.workingFolder()).map { $0.appending(name) }
  }

  /// `folder` and those above it up to the working folder; `folder` alone where it lies elsewhere.
  package static func folders(from folder: FilePath, workingFolder: FilePath?) -> [FilePath] {
    let parts = folder.bytes.split(separator: 0x2F).filter { $0 != [0x2E] }.map(Array.init)
    let isAbsolute = folder.bytes.first == 0x2F
    guard !parts.contains(Array("..".utf8)) else { return [folder] }
    var least = 0
    if isAbsolute {
      let working = workingFolder?.bytes.split(separator: 0x2F).map(Array.init)
      guard let working, parts.starts(with: working) else { return [folder] }
      least = working.count
    }
    return (least...max(least, parts.count)).reversed().map { count in
      let path = Array(parts.prefix(count).joined(separator: [0x2F]))
      return FilePath(bytes: isAbsolute ? [0x2F] + path : path)
    }
  }
}
