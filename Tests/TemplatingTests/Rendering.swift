import Evidence
import Templating

/// What one template writes for one text, called `x`, in a set with shapes.
func render(_ template: String, _ format: OutputFormat, _ text: String) throws -> String {
  let shape = TemplateShape("root", ["x": .text])
  let set = try TemplateSet(
    [SourceText(name: "t", text: template)], root: ["t": shape], format: { _ in format })
  let output = try set.render("t", TemplateRecord(shape, [.text(text)]))
  return String(decoding: output, as: UTF8.self)
}

/// What a set without shapes writes.
func renderLoosely(
  _ template: String, _ data: TemplateValue, partials: [String: String] = [:],
  format: OutputFormat = .html
) throws -> String {
  let sources =
    [SourceText(name: "main", text: template)]
    + partials.map { SourceText(name: $0, text: $1) }
  let set = try TemplateSet(sources, root: nil, format: { _ in format })
  return String(decoding: try set.renderLoosely("main", data), as: UTF8.self)
}

/// A record made of a dictionary literal, for sets without shapes.
func record(_ pairs: KeyValuePairs<String, TemplateValue>) -> TemplateValue {
  .record(TemplateRecord(TemplateShape("data", names: pairs.map(\.key)), pairs.map(\.value)))
}

/// The error that loading templates ends in, or `loads`.
func loadError(
  _ template: String, named name: String = "t.html", partials: KeyValuePairs<String, String> = [:],
  shape: TemplateShape
) -> String {
  do throws(TemplateError) {
    let sources =
      [SourceText(name: name, text: template)]
      + partials.map { SourceText(name: $0.key, text: $0.value) }
    _ = try TemplateSet(sources, root: [name: shape])
    return "loads"
  } catch {
    return error.description
  }
}
