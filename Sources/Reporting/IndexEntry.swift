public import PostmortemModel

/// A line of the page that leads to a folder's reports: a report, or a note that gave none.
public struct IndexEntry: Equatable, Sendable {
  /// What there is to show.
  public enum Content: Equatable, Sendable {
    /// What the page says of a post-mortem.
    case report(IndexLine)
    /// Why there is none, in a sentence.
    case failure(String)
  }

  /// What there is to show.
  public var content: Content
  /// For a report its address relative to the page; for a failure the note's name.
  public var link: String

  /// Leads to the report that `line` tells of at `link`, a path relative to the page with `/` between its parts.
  public init(_ line: IndexLine, link: String) {
    content = .report(line)
    self.link = link
  }

  /// Leads to the report on `postmortem` at `link`, a path relative to the page with `/` between its parts.
  public init(postmortem: Postmortem, link: String) {
    self.init(IndexLine(postmortem), link: link)
  }

  /// Says why the note called `name` gave no report.
  public init(failed name: String, because reason: String) {
    content = .failure(reason)
    link = name
  }
}
