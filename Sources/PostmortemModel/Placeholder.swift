public import Evidence
import FoundationEssentials

/// Stands in for the error of a model that cannot be read.
public struct ModelError: Error, Sendable {
  /// What is wrong.
  public var findings: [Finding]
}

/// Stands in for the model's JSON.
public enum PostmortemJSON {
  /// The schema.
  public static var schema: [UInt8] { Array("{}\n".utf8) }

  /// Writes `postmortem`.
  public static func encode(_ postmortem: Postmortem) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    return (try? [UInt8](encoder.encode(postmortem))) ?? []
  }

  /// Reads `source`.
  public static func decode(_ source: SourceText) throws(ModelError) -> Postmortem {
    do {
      return try JSONDecoder().decode(Postmortem.self, from: Data(source.utf8))
    } catch {
      throw ModelError(
        findings: [Finding("invalid-model", .error, "\(error)", in: source.name)])
    }
  }
}
