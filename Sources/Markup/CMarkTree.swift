import CCmark

/// Owns one tree that cmark allocated and frees it exactly once.
///
/// This is the only file that knows cmark, and no pointer leaves it: what an event shows is copied while the tree lives.
@safe struct CMarkTree: ~Copyable {
  /// The node types of CommonMark.
  enum NodeKind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    case other
  }

  /// A node on the way in or out of it; leaves are only entered.
  @safe struct Event: ~Copyable {
    let isEntering: Bool
    let kind: NodeKind
    private let node: OpaquePointer

    fileprivate init(isEntering: Bool, node: OpaquePointer) {
      self.isEntering = isEntering
      unsafe self.node = unsafe node
      kind = unsafe Self.kind(of: node)
    }

    var startLine: Int { Int(unsafe cmark_node_get_start_line(node)) }
    var startColumn: Int { Int(unsafe cmark_node_get_start_column(node)) }
    var endLine: Int { Int(unsafe cmark_node_get_end_line(node)) }
    var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(node)) }
    var isOrderedList: Bool { unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST }
    var fenceInfo: String { unsafe Self.string(cmark_node_get_fence_info(node)) }
    var destination: String { unsafe Self.string(cmark_node_get_url(node)) }
    var title: String { unsafe Self.string(cmark_node_get_title(node)) }

    /// Appends the node's own text.
    func appendLiteral(to bytes: inout [UInt8]) {
      guard let literal = unsafe cmark_node_get_literal(node) else { return }
      let count = unsafe cmark_literal_length(literal)
      unsafe literal.withMemoryRebound(to: UInt8.self, capacity: count) {
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: count))
      }
    }

    private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
      guard let pointer = unsafe pointer, unsafe pointer.pointee != 0 else { return "" }
      return unsafe String(cString: pointer)
    }

    private static func kind(of node: OpaquePointer) -> NodeKind {
      switch unsafe cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: .text
      case CMARK_NODE_SOFTBREAK: .softBreak
      case CMARK_NODE_PARAGRAPH: .paragraph
      case CMARK_NODE_ITEM: .item
      case CMARK_NODE_LIST: .list
      case CMARK_NODE_STRONG: .strong
      case CMARK_NODE_EMPH: .emphasis
      case CMARK_NODE_HEADING: .heading
      case CMARK_NODE_LINK: .link
      case CMARK_NODE_CODE: .code
      case CMARK_NODE_LINEBREAK: .lineBreak
      case CMARK_NODE_BLOCK_QUOTE: .blockQuote
      case CMARK_NODE_CODE_BLOCK: .codeBlock
      case CMARK_NODE_HTML_BLOCK: .htmlBlock
      case CMARK_NODE_HTML_INLINE: .htmlInline
      case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
      case CMARK_NODE_IMAGE: .image
      case CMARK_NODE_DOCUMENT: .document
      default: .other
      }
    }
  }

  private let root: OpaquePointer?

  /// Parses CommonMark; any bytes are accepted.
  init(parsing bytes: ArraySlice<UInt8>) {
    unsafe root = unsafe bytes.withUnsafeBytes { buffer in
      unsafe cmark_parse_document(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
    }
  }

  deinit { unsafe cmark_node_free(root) }

  /// Calls `body` on entering and on leaving every node, in document order and without recursion.
  borrowing func forEachEvent(_ body: (borrowing Event) -> Void) {
    guard let root = unsafe root, let iterator = unsafe cmark_iter_new(root) else { return }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let type = unsafe cmark_iter_next(iterator)
      guard type != CMARK_EVENT_DONE, let node = unsafe cmark_iter_get_node(iterator) else {
        return
      }
      unsafe body(Event(isEntering: type == CMARK_EVENT_ENTER, node: unsafe node))
    }
  }
}
