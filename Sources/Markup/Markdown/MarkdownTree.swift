import CCmarkGFM
import Synchronization

/// A text parsed by cmark-gfm, freed at the end of its scope. No other file uses cmark-gfm.
///
/// The tree is only read. Pointers stay inside this file: a `MarkdownNode` is passed to closures
/// that run while the tree is alive, and nothing that they call frees a node.
@safe struct MarkdownTree: ~Copyable {
  private let document: OpaquePointer

  /// Returns nil for a text beyond the limits, which is never passed to cmark-gfm.
  init?(_ source: String) {
    guard MarkdownCost(of: source).excess == nil else { return nil }
    _ = extensions
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES
    // This function owns the parser, which reads the source only during the call that feeds it.
    guard let parser = unsafe cmark_parser_new(options) else { return nil }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      if let syntax = unsafe cmark_find_syntax_extension(name) {
        unsafe cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    unsafe cmark_parser_feed(parser, source, source.utf8.count)
    // Inline extensions register their characters here, in a table that all threads share. The
    // pointer leaves the lock as a number, because only this thread uses the tree.
    let finished = lock.withLock { _ in unsafe Int(bitPattern: cmark_parser_finish(parser)) }
    guard let root = unsafe OpaquePointer(bitPattern: finished) else { return nil }
    unsafe cmark_consolidate_text_nodes(root)
    unsafe document = unsafe root
  }

  // Nothing else holds the pointer: nodes do not leave the closures that they are passed to.
  deinit { unsafe cmark_node_free(document) }

  /// Passes the document node to a closure.
  func withRoot<Result>(_ body: (MarkdownNode) -> Result) -> Result {
    // The tree is borrowed for the call, so it is alive until the body ends.
    body(unsafe MarkdownNode(document))
  }
}

/// Serializes inline parsing. Meanwhile, cmark-gfm changes its extensions' special characters in a
/// table that all threads share. Everything else runs in parallel.
private let lock = Mutex<Void>(())
/// The registration of the extensions, which happens once, before any thread looks for them.
private let extensions: Void = cmark_gfm_core_extensions_ensure_registered()

/// A node of a living tree. Nodes are used only within `MarkdownTree.withRoot`.
@safe struct MarkdownNode {
  enum Event { case enter, exit }

  private let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) { unsafe self.pointer = unsafe pointer }

  // Each of these asks cmark-gfm about a node of a living tree (see above). The returned strings
  // belong to the node, end with a NUL, and are copied.

  var kind: MarkdownKind {
    let type = unsafe cmark_node_get_type(pointer)
    if let kind = MarkdownKind.ofType[type.rawValue] { return kind }
    let name = unsafe String(cString: cmark_node_get_type_string(pointer))
    return MarkdownKind(rawValue: name) ?? .other
  }

  var literal: String { unsafe text(cmark_node_get_literal(pointer)) }
  var url: String { unsafe text(cmark_node_get_url(pointer)) }
  var title: String { unsafe text(cmark_node_get_title(pointer)) }
  /// The info string after the fence of a code block.
  var fenceInfo: String { unsafe text(cmark_node_get_fence_info(pointer)) }
  var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(pointer)) }
  var isOrdered: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(unsafe cmark_node_get_list_start(pointer)) }
  var isTight: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }
  var isChecked: Bool { unsafe cmark_gfm_extensions_get_tasklist_item_checked(pointer) }
  var isHeaderRow: Bool { unsafe cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }
  /// The line on which the node begins, counted from 1; 0 when cmark-gfm does not report it.
  var line: Int { Int(unsafe cmark_node_get_start_line(pointer)) }

  var parent: MarkdownNode? { unsafe node(cmark_node_parent(pointer)) }
  var next: MarkdownNode? { unsafe node(cmark_node_next(pointer)) }
  var firstChild: MarkdownNode? { unsafe node(cmark_node_first_child(pointer)) }

  var children: UnfoldSequence<MarkdownNode, MarkdownNode?> {
    sequence(state: firstChild) { node in
      defer { node = node?.next }
      return node
    }
  }

  /// The alignment of each table column: `l`, `c`, `r` or zero.
  var alignments: [UInt8] {
    // The library keeps one byte per column as long as the table is alive.
    guard let bytes = unsafe cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    let count = Int(unsafe cmark_gfm_extensions_get_table_columns(pointer))
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// Visits the node and its descendants in document order, without recursion.
  ///
  /// Containers are entered and exited; leaves are only entered.
  func walk(_ body: (Event, MarkdownNode) -> Void) {
    // This function owns the iterator, and no node is freed while it runs.
    guard let iterator = unsafe cmark_iter_new(pointer) else { return }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      if let node = unsafe cmark_iter_get_node(iterator) {
        body(event == CMARK_EVENT_ENTER ? .enter : .exit, unsafe MarkdownNode(node))
      }
    }
  }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String {
    unsafe pointer.map { unsafe String(cString: $0) } ?? ""
  }

  private func node(_ pointer: OpaquePointer?) -> MarkdownNode? {
    unsafe pointer.map { unsafe MarkdownNode($0) }
  }
}

extension MarkdownNode: Hashable {
  static func == (left: MarkdownNode, right: MarkdownNode) -> Bool {
    unsafe left.pointer == right.pointer
  }

  func hash(into hasher: inout Hasher) { unsafe hasher.combine(pointer) }
}

/// The kind of a node. Extensions are identified by the names that cmark-gfm gives them.
enum MarkdownKind: String {
  case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
  case footnoteDefinition, text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link
  case image, footnoteReference, other
  case strikethrough, table
  case taskItem = "tasklist"
  case tableHeader = "table_header"
  case tableRow = "table_row"
  case tableCell = "table_cell"

  /// The kinds of cmark itself, by type number.
  fileprivate static let ofType: [UInt32: MarkdownKind] = [
    CMARK_NODE_DOCUMENT.rawValue: .document, CMARK_NODE_BLOCK_QUOTE.rawValue: .blockQuote,
    CMARK_NODE_LIST.rawValue: .list, CMARK_NODE_CODE_BLOCK.rawValue: .codeBlock,
    CMARK_NODE_HTML_BLOCK.rawValue: .htmlBlock, CMARK_NODE_PARAGRAPH.rawValue: .paragraph,
    CMARK_NODE_HEADING.rawValue: .heading, CMARK_NODE_THEMATIC_BREAK.rawValue: .thematicBreak,
    CMARK_NODE_FOOTNOTE_DEFINITION.rawValue: .footnoteDefinition,
    CMARK_NODE_TEXT.rawValue: .text, CMARK_NODE_SOFTBREAK.rawValue: .softBreak,
    CMARK_NODE_LINEBREAK.rawValue: .lineBreak, CMARK_NODE_CODE.rawValue: .code,
    CMARK_NODE_HTML_INLINE.rawValue: .htmlInline, CMARK_NODE_EMPH.rawValue: .emphasis,
    CMARK_NODE_STRONG.rawValue: .strong, CMARK_NODE_LINK.rawValue: .link,
    CMARK_NODE_IMAGE.rawValue: .image,
    CMARK_NODE_FOOTNOTE_REFERENCE.rawValue: .footnoteReference,
  ]
}
