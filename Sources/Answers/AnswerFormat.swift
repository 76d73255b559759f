/// The forms in which answers arrive.
public enum AnswerFormat: String, CaseIterable, Sendable {
  case yaml, json, csv

  /// The format that a file's extension promises, in any letter case and without the dot, or nothing.
  public init?(fileExtension: String) {
    switch fileExtension.lowercased() {
    case "yaml", "yml": self = .yaml
    case "json": self = .json
    case "csv", "tsv": self = .csv
    default: return nil
    }
  }

  /// The most bytes that are read: libyaml needs far more time for a byte than the other readers do, and a table holds
  /// many accounts.
  var byteLimit: Int {
    switch self {
    case .yaml: 256 << 10
    case .json: 4 << 20
    case .csv: 32 << 20
    }
  }
}
