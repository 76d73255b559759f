import Evidence

/// Gives each note of a folder the name that its reports have.
///
/// A name is made of the note's path and nothing that the note says. It is plain ASCII in lower case, so that it is one
/// file on every file system. Where several notes would get one name, each but the one that has it already gets the
/// start of its path's digest: so a name does not depend on the order in which notes are found.
public enum ReportNames {
  /// The names for notes at `paths`, which are relative to the folder and all different; in the same order.
  public static func names(for paths: [FilePath]) -> [String] {
    let wishes = paths.map(wish)
    var counts: [String: Int] = [:]
    for wish in wishes { counts[wish, default: 0] += 1 }
    var names = [String?](repeating: nil, count: paths.count)
    var taken: Set<String> = []
    for (index, wish) in wishes.enumerated()
    where counts[wish] == 1 || paths[index].bytes == Array("\(wish).md".utf8) {
      names[index] = wish
      taken.insert(wish)
    }
    return zip(paths, zip(wishes, names)).map { path, pair in
      if let name = pair.1 { return name }
      let digest = SHA256.hexDigest(of: path.bytes)
      let lengths = stride(from: 8, through: digest.utf8.count, by: 4)
      let candidates = lengths.lazy.map { "\(pair.0)-\(digest.prefix($0))" }
      let name = candidates.first { !taken.contains($0) } ?? "\(pair.0)-\(digest)"
      taken.insert(name)
      return name
    }
  }

  /// The name that a single note has by itself.
  public static func name(for path: FilePath) -> String {
    wish(FilePath(bytes: path.name))
  }

  private static func wish(_ path: FilePath) -> String {
    let folder = path.bytes.dropLast(path.name.count)
    let slug = FoldedName.slug(String(decoding: folder + path.stem, as: UTF8.self))
    if slug.isEmpty { return "note-\(SHA256.hexDigest(of: path.bytes).prefix(8))" }
    return isReserved(slug) ? "\(slug)-note" : slug
  }

  /// Names that Windows keeps for devices, and the one of the folder's own page.
  private static func isReserved(_ slug: String) -> Bool {
    if ["con", "prn", "aux", "nul", "index"].contains(slug) { return true }
    return slug.utf8.count == 4 && (slug.hasPrefix("com") || slug.hasPrefix("lpt"))
      && slug.utf8.last.map { (0x30...0x39).contains($0) } == true
  }
}
