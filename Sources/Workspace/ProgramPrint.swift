import Evidence

/// Tells whether the program itself has changed: a new one reads notes in its own way.
enum ProgramPrint {
  /// The digest of the program's file; of nothing where it cannot be read.
  static func current() -> Fingerprint {
    var parts: [Fingerprint] = []
    // In pieces, as it is large and nothing of it is needed afterwards.
    try? Disk.pieces(of: Disk.programPath) { parts.append(Fingerprint(of: $0)) }
    return Fingerprint(of: parts)
  }
}
