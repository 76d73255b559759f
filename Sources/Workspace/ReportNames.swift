import Evidence
import Language

/// Gives each note of a folder the name that its reports have.
///
/// A name is made of the note's path and nothing that the note says. It is plain ASCII in lower case, so that it is one
/// file on every file system. Where several notes would get one name, each but the one that has it already gets the
/// start of its path's digest: so a name does not depend on the order in which notes are found.
public enum ReportNames {
  /// The names for notes at `paths`, which are relative to the folder and all different; in the same order.
  public static func names(for paths: [FilePath]) -> [String] {
    names(paths.map { (wish: wish($0), identity: $0.bytes) }) { "\($0).md" }
  }

  /// The names for accounts that stand together in what is called `owner`, by their names, which are all different.
  ///
  /// No note has such a name, as only these have two hyphens together.
  static func names(forAccounts accounts: [String], in owner: String) -> [String] {
    let wishes = accounts.map { account in
      let slug = FoldedName.slug(account)
      let own =
        slug.isEmpty ? "account-\(SHA256.hexDigest(of: Array(account.utf8)).prefix(8))" : slug
      return (wish: "\(owner)--\(own)", identity: Array(account.utf8))
    }
    return names(wishes) { "\($0)" }
  }

  /// What the names of accounts without a note begin with.
  static let ownerOfAnswers = "answers"

  /// Whether reports of this name are about an account of which there are only answers.
  static func isWithoutNote(_ name: String) -> Bool { name.hasPrefix("\(ownerOfAnswers)--") }

  /// What each wishes, where nobody else does or its identity is that of the wish's owner; else with a digest.
  private static func names(
    _ wishes: [(wish: String, identity: [UInt8])], owner: (String) -> String
  ) -> [String] {
    var counts: [String: Int] = [:]
    for (wish, _) in wishes { counts[wish, default: 0] += 1 }
    var names = [String?](repeating: nil, count: wishes.count)
    var taken: Set<String> = []
    for (index, (wish, identity)) in wishes.enumerated()
    where counts[wish] == 1 || identity == Array(owner(wish).utf8) {
      names[index] = wish
      taken.insert(wish)
    }
    return zip(wishes, names).map { pair, name in
      if let name { return name }
      let digest = SHA256.hexDigest(of: pair.identity)
      let lengths = stride(from: 8, through: digest.utf8.count, by: 4)
      let candidates = lengths.lazy.map { "\(pair.wish)-\(digest.prefix($0))" }
      let name = candidates.first { !taken.contains($0) } ?? "\(pair.wish)-\(digest)"
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

  /// Names that Windows keeps for devices, the one of the folder's own page, and what accounts without a note stand in.
  private static func isReserved(_ slug: String) -> Bool {
    if ["con", "prn", "aux", "nul", "index", ownerOfAnswers].contains(slug) { return true }
    return slug.utf8.count == 4 && (slug.hasPrefix("com") || slug.hasPrefix("lpt"))
      && slug.utf8.last.map { (0x30...0x39).contains($0) } == true
  }
}
