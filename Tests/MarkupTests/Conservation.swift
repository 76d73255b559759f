import Evidence
import Markup

/// Looks for what a document has lost of its note.
///
/// Every character must be there that is neither white space nor one of ASCII's that may be a mark of Markdown: in the text
/// of its line and in its order; or, where Markdown says that it is no text, where that is kept: the destination and the
/// title of a link in its span, the words after a fence in the kind of the code, a link definition, which has the labels
/// of references too, in its own flow. The numbers of list items and the `x` of task boxes are in the kinds of the items.
enum Conservation {
  /// What is lost, a line for each.
  static func losses(of note: [UInt8], in other: [UInt8]? = nil) -> [String] {
    let source = SourceText(name: "n.md", bytes: note)
    let kept = Kept(
      MarkupDocument(parsing: SourceText(name: "n.md", bytes: other ?? note)))
    var losses: [String] = []
    for line in 1...max(1, source.lineCount) {
      let text = source.text(source.range(ofLine: line))
      if let loss = kept.loss(of: text, line: line) {
        losses.append("line \(line): \(loss) of \(text)")
      }
    }
    return losses
  }

  /// The characters that are kept, and where.
  private struct Kept {
    private var lines: [Int: [Unicode.Scalar]] = [:]
    private var elsewhere: Set<String> = []
    private var markers: [Int: [String]] = [:]

    init(_ document: MarkupDocument) {
      for index in document.elements.indices {
        let element = document.elements[index]
        let flow = document.flow(of: index)
        var start = 0
        while start < flow.utf8.count {
          let line = flow.line(at: start)
          var end = start + 1
          while end < flow.utf8.count, flow.line(at: end) == line { end += 1 }
          lines[line, default: []] += Conservation.visible(flow.text(start..<end))
          start = end
        }
        switch element.kind {
        case .codeBlock(let info): keep(info)
        case .linkDefinition: keep(flow.text(0..<flow.utf8.count))
        case .item(let task):
          let isOrdered = document.elements[element.parent].kind == .list(ordered: true)
          if isOrdered { markers[element.lines.lowerBound, default: []].append("1") }
          if task == .done { markers[element.lines.lowerBound, default: []].append("x") }
        default: break
        }
        for span in flow.spans {
          keep(span.title)
          switch span.style {
          case .link(let destination), .image(let destination): keep(destination)
          default: break
          }
        }
      }
    }

    private mutating func keep(_ text: String) {
      for token in Conservation.tokens(text) { elsewhere.insert(Conservation.folded(token.text)) }
      let whole = String(String.UnicodeScalarView(Conservation.visible(text)))
      elsewhere.insert(Conservation.folded(whole))
    }

    private func isElsewhere(_ text: String, besideEntity: Bool) -> Bool {
      let folded = Conservation.folded(text)
      return elsewhere.contains(folded)
        // What a reference to a character means is one piece with what stands beside it.
        || besideEntity && elsewhere.contains { $0.contains(folded) }
    }

    /// The first piece of a line of the source that is nowhere.
    ///
    /// A reference to a character may stand in the text as it is or as what it means: all ways to read the line are followed.
    func loss(of text: String, line: Int) -> String? {
      let kept = lines[line] ?? []
      var markers = markers[line] ?? []
      var places: Set<Int> = [0]
      for token in Conservation.tokens(text) {
        var next: Set<Int> = []
        for reading in token.readings {
          let scalars = Conservation.visible(reading)
          for place in places where kept[place...].starts(with: scalars) {
            next.insert(place + scalars.count)
          }
          let visible = String(String.UnicodeScalarView(scalars))
          if isElsewhere(visible, besideEntity: token.isBesideEntity) { next.formUnion(places) }
        }
        if let marker = markers.firstIndex(where: token.isMarker) {
          markers.remove(at: marker)
          next.formUnion(places)
        }
        if next.isEmpty { return token.text }
        places = next
      }
      return nil
    }
  }

  /// A piece of a line that is kept or lost whole.
  private struct Token {
    var text: String
    var isEntity = false
    /// Whether it is a reference to a character or stands beside one.
    var isBesideEntity = false

    /// What it may be in the document.
    var readings: [String] { isEntity ? [text, Conservation.decoded(text)] : [text] }

    /// Whether it may be the number of an item, or the `x` of a task box.
    func isMarker(_ kind: String) -> Bool {
      kind == "x" ? text == "x" || text == "X" : text.allSatisfy(\.isNumber)
    }
  }

  /// The runs of visible characters of a text, and its references to characters, such as `&amp;`.
  private static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    let scalars = Array(text.unicodeScalars)
    var run = String.UnicodeScalarView()
    var followsEntity = false
    func end() {
      if !run.isEmpty { tokens.append(Token(text: String(run), isBesideEntity: followsEntity)) }
      run = String.UnicodeScalarView()
    }
    var index = 0
    while index < scalars.count {
      if scalars[index] == "&", let close = scalars[index...].firstIndex(of: ";"),
        close > index + 1, close < index + 34,
        scalars[index + 1..<close].allSatisfy({
          $0.isASCII
            && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "#")
        })
      {
        followsEntity = true
        end()
        var entity = String.UnicodeScalarView()
        entity.append(contentsOf: scalars[index...close])
        tokens.append(Token(text: String(entity), isEntity: true, isBesideEntity: true))
        index = close + 1
        continue
      }
      // An escape is gone where it means something, and what it stood between is one piece.
      if scalars[index] == "\\" { followsEntity = true }
      if isVisible(scalars[index]) {
        run.append(scalars[index])
      } else {
        end()
        if scalars[index].properties.isWhitespace { followsEntity = false }
      }
      index += 1
    }
    end()
    return tokens
  }

  /// The text without regard to capitals, as labels of references are compared.
  private static func folded(_ text: String) -> String { text.uppercased().lowercased() }

  /// What a reference to a character stands for, by the reader itself.
  private static func decoded(_ entity: String) -> String {
    let document = MarkupDocument(parsing: SourceText(name: "n.md", text: "x" + entity))
    let flow = document.flow(of: 1)
    return String(flow.text(0..<flow.utf8.count).dropFirst())
  }

  private static func visible(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter(isVisible)
  }

  /// Whether a character must be kept: it is not white space, and Markdown has no use for it as a mark.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    // A byte order mark says nothing, and cmark takes one off as the reader of files does.
    guard scalar.isASCII else { return !scalar.properties.isWhitespace && scalar != "\u{FEFF}" }
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "$", "%", ",", "/", ";", "?", "@", "^", "{", "}":
      return true
    default: return false
    }
  }
}
