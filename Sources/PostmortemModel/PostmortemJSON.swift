public import Evidence
import JSONText

/// The post-mortem model as JSON: what is printed, kept and read back.
public enum PostmortemJSON {
  /// The newest version of the form that this code reads, and the one that it writes.
  public static let schemaVersion = 1

  /// Writes a post-mortem as UTF-8 JSON: keys in the model's order, `null` for what is not known, a final line break.
  public static func encode(_ postmortem: Postmortem, _ layout: JSONLayout = .indented) -> [UInt8] {
    JSONOutput.text(of: postmortem, layout)
  }

  /// Reads a post-mortem from JSON; keys that this version does not know are passed over.
  ///
  /// - Throws: `ModelError`, which names the place or the key, what was found and what was expected.
  public static func decode(_ source: SourceText) throws(ModelError) -> Postmortem {
    let outline: JSONOutline
    do throws(JSONOutline.Mistake) {
      outline = try JSONOutline(source.utf8)
    } catch {
      throw ModelError(error, in: source)
    }
    let root = JSONDecoding(outline: outline, node: 0)
    do {
      let version = try Version(from: root).schemaVersion
      guard version <= schemaVersion else {
        throw ModelError(
          "The model's version is \(version), and this program reads versions up to \(schemaVersion); use a newer program",
          in: source.name,
          at: source.position(
            at: outline.nodes[outline.node(at: [Version.CodingKeys.schemaVersion])].range.lowerBound
          ))
      }
      return try Postmortem(from: root)
    } catch let error as ModelError {
      throw error
    } catch let error as DecodingError {
      throw ModelError(error, outline, in: source)
    } catch {
      throw ModelError("The file is not a post-mortem: \(error)", in: source.name)
    }
  }

  /// Writes, on one line, what stands in the place of a post-mortem that there is none of: which it would have been, and why not.
  public static func encode(failureOf id: String?, _ kind: String, _ message: String) -> [UInt8] {
    let reason = Failure.Reason(id: kind, message: message)
    return JSONOutput.text(of: Failure(id: id, error: reason), .compact)
  }

  /// Writes a text as a JSON string, with its quotes.
  package static func string(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONString.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private struct Failure: Encodable {
    struct Reason: Encodable {
      var id: String
      var message: String
    }

    var id: String?
    var error: Reason

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(error, forKey: .error)
    }

    enum CodingKeys: String, CodingKey { case id, error }
  }

  private struct Version: Decodable {
    var schemaVersion: Int

    enum CodingKeys: String, CodingKey {
      case schemaVersion = "schema_version"
    }
  }
}
