import Evidence
import Portfolio

extension StoredFinding {
  /// Findings by what their sources are relative to, and then as they are read; each once.
  static func sorted(_ findings: [StoredFinding]) -> [StoredFinding] {
    Base.allCases.flatMap { base in
      findings.filter { $0.base == base }.map(\.finding).sortedForReading()
        .map { StoredFinding(base, $0) }
    }
  }

  /// Takes the folder that a finding's source lies in off its path.
  init(_ finding: Finding, notes: FilePath, site: SiteFolder) {
    for (base, folder) in [(Base.notes, notes), (.site, site.path)] {
      let start = Array("\(folder.appending([UInt8]()))".utf8)
      if finding.source.utf8.starts(with: start) {
        var relative = finding
        relative.source = String(
          decoding: finding.source.utf8.dropFirst(start.count), as: UTF8.self)
        self.init(base, relative)
        return
      }
    }
    self.init(.none, finding)
  }

  /// The finding with a path as it would be typed.
  func placed(notes: FilePath, site: SiteFolder) -> Finding {
    var placed = finding
    switch base {
    case .notes: placed.source = "\(notes.appending([UInt8]()))" + finding.source
    case .site: placed.source = "\(site.path.appending([UInt8]()))" + finding.source
    case .none: break
    }
    return placed
  }
}
