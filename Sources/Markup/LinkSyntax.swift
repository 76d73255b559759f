import Evidence

/// Reads the parts of links that cmark takes out of the text: tails such as `](there "title")`, and definitions.
///
/// All functions take and give byte offsets into the note; they go over line ends as CommonMark allows, past the
/// prefixes of quotations.
struct LinkSyntax {
  let lines: SourceLines
  /// Where the block ends.
  let limit: Int

  private var bytes: [UInt8] { lines.source.utf8 }

  /// Where the tail that follows a link's closing bracket ends; `index` itself when there is none.
  func tailEnd(after index: Int) -> Int {
    guard index < limit else { return index }
    if bytes[index] == Ascii.openParenthesis { return inlineTailEnd(at: index) ?? index }
    if bytes[index] == Ascii.openBracket { return labelEnd(at: index) ?? index }
    return index
  }

  /// Where the link reference definition at `index` ends (the end of its last line, before the line break), or nil.
  func definitionEnd(at index: Int) -> Int? {
    guard let label = labelEnd(at: index), label < limit,
      !bytes[index + 1..<label - 1].allSatisfy(Ascii.isSpace),
      bytes[label] == Ascii.colon,
      let destination = destinationEnd(at: skipSpace(label + 1), inline: false)
    else { return nil }
    let beforeTitle = skipSpace(destination)
    if beforeTitle > destination, let title = titleEnd(at: beforeTitle),
      let end = restIsBlank(title)
    {
      return end
    }
    return restIsBlank(destination)
  }

  private func inlineTailEnd(at index: Int) -> Int? {
    guard var next = destinationEnd(at: skipSpace(index + 1), inline: true) else { return nil }
    let beforeTitle = skipSpace(next)
    if beforeTitle > next, let title = titleEnd(at: beforeTitle) {
      next = skipSpace(title)
    } else {
      next = beforeTitle
    }
    return next < limit && bytes[next] == Ascii.closeParenthesis ? next + 1 : nil
  }

  private func labelEnd(at index: Int) -> Int? {
    guard index < limit, bytes[index] == Ascii.openBracket else { return nil }
    var next = index + 1
    while next < limit, next - index <= 1_001 {
      switch bytes[next] {
      case Ascii.closeBracket: return next + 1
      case Ascii.openBracket: return nil
      case Ascii.backslash where next + 1 < limit && Ascii.isPunctuation(bytes[next + 1]): next += 2
      default: next += 1
      }
    }
    return nil
  }

  private func destinationEnd(at index: Int, inline: Bool) -> Int? {
    guard index < limit else { return nil }
    var next = index
    if bytes[index] == Ascii.less {
      next += 1
      while next < limit {
        switch bytes[next] {
        case Ascii.greater: return next + 1
        case Ascii.less, Ascii.lineFeed, Ascii.carriageReturn: return nil
        case Ascii.backslash: next += 2
        default: next += 1
        }
      }
      return nil
    }
    var depth = 0
    while next < limit {
      let byte = bytes[next]
      if byte == Ascii.backslash, next + 1 < limit, Ascii.isPunctuation(bytes[next + 1]) {
        next += 2
        continue
      }
      if byte == Ascii.openParenthesis {
        depth += 1
      } else if byte == Ascii.closeParenthesis {
        if depth == 0 { break }
        depth -= 1
      } else if Ascii.isSpace(byte) {
        break
      }
      next += 1
    }
    return depth == 0 && (next > index || inline) ? next : nil
  }

  private func titleEnd(at index: Int) -> Int? {
    guard index < limit else { return nil }
    let closing: UInt8
    switch bytes[index] {
    case Ascii.quote: closing = Ascii.quote
    case Ascii.apostrophe: closing = Ascii.apostrophe
    case Ascii.openParenthesis: closing = Ascii.closeParenthesis
    default: return nil
    }
    // To cmark a mark after a backslash may close the title all the same, where no later one does.
    var escaped: Int?
    for next in index + 1..<limit {
      let isEscaped = next > index + 1 && bytes[next - 1] == Ascii.backslash
      if bytes[next] == closing {
        guard isEscaped else { return next + 1 }
        escaped = next + 1
      } else if closing == Ascii.closeParenthesis, bytes[next] == Ascii.openParenthesis, !isEscaped
      {
        break
      }
    }
    return escaped
  }

  /// Skips white space with at most one line end in it.
  private func skipSpace(_ index: Int) -> Int {
    var next = index
    while next < limit, Ascii.isBlank(bytes[next]) { next += 1 }
    guard next < limit, Ascii.isLineEnd(bytes[next]) else { return next }
    return min(limit, lines.content(ofLine: lines.source.line(at: next) + 1).lowerBound)
  }

  /// The end of the line when nothing but white space is left on it.
  private func restIsBlank(_ index: Int) -> Int? {
    var next = index
    while next < limit, Ascii.isBlank(bytes[next]) { next += 1 }
    return next >= limit || Ascii.isLineEnd(bytes[next]) ? min(next, limit) : nil
  }
}
