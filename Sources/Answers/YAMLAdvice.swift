/// Says in a form writer's words what libyaml complains about, and what to do.
enum YAMLAdvice {
  /// The message for a problem in libyaml's words; what the file's values are called takes the place of “answer”.
  static func message(for problem: String, about value: String) -> String {
    let advice = advice.first { problem.utf8.starts(with: $0.problem.utf8) }?.advice
    return advice?.replacing("answer", with: value)
      ?? "This is not YAML (\(problem)); check the quotes and the indentation here"
  }

  private static let advice: [(problem: String, advice: String)] = [
    (
      "mapping values are not allowed",
      "A second `: ` follows on this line; put the answer in quotes, or write it under the key after a `|`"
    ),
    (
      "did not find expected key",
      "A key with a colon is expected here; indent all keys of a map alike and put answers with special characters in quotes"
    ),
    (
      "could not find expected ':'",
      "A colon is missing: a key must be followed by `: `, and answers of several lines by `|` and indented lines"
    ),
    (
      "found character that cannot start any token",
      "No answer can start with this character, and lines cannot be indented with tabs; put the answer in quotes or indent with spaces"
    ),
    (
      "found a tab character",
      "Lines cannot be indented with tabs; indent with spaces"
    ),
    (
      "found unexpected end of stream",
      "The file ends inside a quoted answer; close the quote"
    ),
    (
      "found unknown escape character",
      "No such escape exists; write `\\\\` for a backslash, or use single quotes"
    ),
    (
      "control characters are not allowed",
      "YAML does not allow this control character; remove it"
    ),
    (
      "did not find expected alphabetic or numeric character",
      "`*` and `&` at the start of an answer have a meaning of their own in YAML; put the answer in quotes"
    ),
    (
      "did not find expected '-' indicator",
      "A list item starting with `- ` is expected here; indent all items of a list alike"
    ),
    (
      "did not find expected ',' or ']'",
      "A comma or a `]` is expected here; put items with special characters in quotes"
    ),
    (
      "did not find expected ',' or '}'",
      "A comma or a `}` is expected here; put answers with special characters in quotes"
    ),
    (
      "block sequence entries are not allowed",
      "A list cannot start here; begin it on a line of its own"
    ),
    (
      "did not find expected <document start>",
      "The document is over before this line; check the indentation, or separate documents by `---`"
    ),
  ]
}
