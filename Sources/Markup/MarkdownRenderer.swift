import CCmarkGFM
import Glibc
import Synchronization
import System

/// Renders GitHub Flavored Markdown to HTML that can stand on any page.
///
/// The only file that touches cmark-gfm. The tree is made safe before cmark writes it: raw HTML is
/// dropped, links keep only addresses that are safe to follow, images come from the site itself
/// (S-18), headings skip no level (X-11), tables have captions and scopes (X-01, X-02).
package struct MarkdownRenderer: Sendable {
  package struct Link: Sendable {
    package let url: String
    package let text: String

    package init(url: String, text: String) {
      self.url = url
      self.text = text
    }
  }

  let unsafeHTML: Bool
  /// What `assets/…` in an image stands below.
  let basePath: String
  /// Where `[[name]]` leads.
  let resolve: @Sendable (String) -> Link?

  package init(
    unsafeHTML: Bool, basePath: String, resolve: @escaping @Sendable (String) -> Link?
  ) {
    self.unsafeHTML = unsafeHTML
    self.basePath = basePath
    self.resolve = resolve
  }

  /// One line of text: emphasis, code, links, but no blocks.
  package func inline(_ text: Markdown) -> String {
    let line = Self.line(text.source)
    if line.isEmpty || PlainText.holds(line) { return line }
    let html = render("\u{e000}" + line).html
    let inner = html.drop { $0 != "\u{e000}" }.dropFirst()
    let end = inner.range(of: "</p>", fromEnd: true)?.lowerBound ?? inner.endIndex
    return String(inner[..<end])
  }

  /// The text on one line, in which cmark sees no list or heading: a character of the private use
  /// area in front keeps it from that. Empty for a text of white space.
  static func inlineSource(_ text: String) -> String {
    let line = line(text)
    return line.isEmpty ? "" : "\u{e000}" + line
  }

  private static func line(_ text: String) -> String {
    if PlainText.isLine(text) { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The texts of a document in which `[[name]]` is a link: none of code, of links, of HTML.
  static func linkableTexts(of source: String) -> [String] {
    guard let document = MarkdownTree(source) else { return [] }
    return unsafe MarkdownEditor.linkableTexts(below: document.root)
  }

  /// A whole text; its headings begin at level 2.
  package func block(_ text: Markdown) -> MarkdownDocument { render(text.source) }

  private func render(_ source: String) -> MarkdownDocument {
    guard let document = MarkdownTree(source) else {
      return MarkdownDocument(lead: "", rest: "", headings: [])
    }
    var editor = MarkdownEditor(renderer: self)
    unsafe editor.edit(document.root)
    let html = TableMarkup.completed(
      document.html(unsafeHTML: unsafeHTML), captions: editor.captions)
    let parts = html.split(on: MarkdownEditor.leadEnd)
    return MarkdownDocument(
      lead: parts.first ?? "", rest: parts.dropFirst().joined(), headings: editor.headings)
  }
}

/// A rendered text.
package struct MarkdownDocument: Sendable {
  package struct Heading: Sendable {
    package let level: Int
    package let id: String
    package let text: String
  }

  /// What stands before the first heading.
  package let lead: String
  /// From the first heading on.
  package let rest: String
  package let headings: [Heading]

  package var html: String { lead + rest }
}

/// cmark-gfm keeps its extensions' special characters in a table of all threads that it changes while
/// it parses what is in a line, so one text is in that stage at a time; the rest runs in parallel.
private let cmark = Mutex<Void>(())
/// The extensions are registered once, before any thread looks for them.
private let extensions: Void = cmark_gfm_core_extensions_ensure_registered()

/// A parsed document, freed when it goes out of scope.
@safe private struct MarkdownTree: ~Copyable {
  let root: OpaquePointer

  init?(_ source: String) {
    _ = extensions
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES
    guard let parser = unsafe cmark_parser_new(options) else { return nil }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tagfilter", "tasklist"] {
      if let syntax = unsafe cmark_find_syntax_extension(name) {
        unsafe cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    unsafe cmark_parser_feed(parser, source, source.utf8.count)
    // This is where inline extensions announce their characters in a table of all threads.
    // The pointer leaves the lock as a number, because the tree is this thread's own.
    let finished = cmark.withLock { _ in unsafe Int(bitPattern: cmark_parser_finish(parser)) }
    guard let root = unsafe OpaquePointer(bitPattern: finished) else { return nil }
    unsafe self.root = unsafe root
  }

  deinit { unsafe cmark_node_free(root) }

  func html(unsafeHTML: Bool) -> String {
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES | (unsafeHTML ? CMARK_OPT_UNSAFE : 0)
    let tagFilter = unsafe cmark_find_syntax_extension("tagfilter")
    let table = unsafe cmark_find_syntax_extension("table")
    var extensions: UnsafeMutablePointer<cmark_llist>?
    let memory = unsafe cmark_get_default_mem_allocator()
    unsafe extensions = cmark_llist_append(memory, extensions, UnsafeMutableRawPointer(tagFilter))
    unsafe extensions = cmark_llist_append(memory, extensions, UnsafeMutableRawPointer(table))
    defer { unsafe cmark_llist_free(memory, extensions) }
    guard let text = unsafe cmark_render_html(root, options, extensions) else { return "" }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }
}

private typealias Node = OpaquePointer

/// Makes a parsed tree safe and complete, node by node.
@safe private struct MarkdownEditor {
  let renderer: MarkdownRenderer
  private(set) var headings: [MarkdownDocument.Heading] = []
  /// One a table, in order.
  private(set) var captions: [String] = []
  private var ids: Set<String> = []
  /// Taken out of the tree; freed after the walk, which may still come to what is below them.
  private var removed: [Node] = unsafe []

  /// Stands before the first heading that is in no quotation or list. No text can say so: its `<` is
  /// escaped, and tags are dropped.
  static let leadEnd = "<!--lead-->"
  private var hasLeadEnd = false

  init(renderer: MarkdownRenderer) { self.renderer = renderer }

  mutating func edit(_ root: Node) {
    unsafe cmark_consolidate_text_nodes(root)
    let all = unsafe Self.nodes(below: root)
    for index in unsafe all.indices {
      let node = unsafe all[index]
      switch unsafe cmark_node_get_type(node) {
      case CMARK_NODE_HEADING: unsafe editHeading(node)
      case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
        if !renderer.unsafeHTML { unsafe remove(node) }
      case CMARK_NODE_LINK: unsafe editLink(node)
      case CMARK_NODE_IMAGE: unsafe editImage(node)
      case CMARK_NODE_TEXT: unsafe linkNames(in: node)
      default:
        if unsafe String(cString: cmark_node_get_type_string(node)) == "table" { addCaption() }
      }
    }
    for index in unsafe removed.indices { unsafe cmark_node_free(removed[index]) }
    unsafe removed = []
  }

  /// All nodes in document order, taken before any of them is changed.
  private static func nodes(below root: Node) -> [Node] {
    var nodes: [Node] = unsafe []
    guard let iterator = unsafe cmark_iter_new(root) else { return unsafe nodes }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return unsafe nodes }
      if event == CMARK_EVENT_ENTER, let node = unsafe cmark_iter_get_node(iterator) {
        unsafe nodes.append(node)
      }
    }
  }

  private mutating func editHeading(_ node: Node) {
    let last = headings.last?.level ?? 1
    let level = min(max(2, Int(unsafe cmark_node_get_heading_level(node))), last + 1)
    let text = unsafe plainText(of: node)
    let id = uniqueID(for: text)
    headings.append(MarkdownDocument.Heading(level: level, id: id, text: text))
    // A heading of cmark has no id, so a block of our own takes its place.
    guard let block = unsafe cmark_node_new(CMARK_NODE_CUSTOM_BLOCK) else { return }
    let isFirst =
      unsafe !hasLeadEnd
      && cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT
    hasLeadEnd = hasLeadEnd || isFirst
    let start = (isFirst ? Self.leadEnd : "") + "<h\(level) id=\"\(id)\">"
    unsafe cmark_node_set_on_enter(block, start)
    unsafe cmark_node_set_on_exit(block, "</h\(level)>\n")
    while let child = unsafe cmark_node_first_child(node) {
      unsafe cmark_node_unlink(child)
      unsafe cmark_node_append_child(block, child)
    }
    unsafe cmark_node_insert_before(node, block)
    unsafe remove(node)
  }

  /// Letters and digits of any script in lower case, joined by hyphens; no other byte can be in it.
  private mutating func uniqueID(for text: String) -> String {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let base = words.isEmpty ? "section" : words.joined(separator: "-")
    var id = "s-" + base
    var number = 2
    while !ids.insert(id).inserted {
      id = "s-\(base)-\(number)"
      number += 1
    }
    return id
  }

  private mutating func addCaption() {
    let title = headings.last?.text ?? ""
    let count = captions.count { $0 == title || $0.hasPrefix(title + " (") }
    captions.append(count == 0 ? title : "\(title) (\(count + 1))")
  }

  private mutating func editLink(_ node: Node) {
    let url = unsafe cmark_node_get_url(node).map { unsafe String(cString: $0) } ?? ""
    if !isSafeTarget(url) { unsafe unwrap(node) }
  }

  /// Local images stay; one from elsewhere becomes a link, so that no reader's browser asks for it.
  private mutating func editImage(_ node: Node) {
    let url = unsafe cmark_node_get_url(node).map { unsafe String(cString: $0) } ?? ""
    let path = url.hasPrefix("/assets/") ? String(url.dropFirst()) : url
    if path.hasPrefix("assets/"), !path.contains(".."), !path.contains("\\") {
      unsafe cmark_node_set_url(node, renderer.basePath + path)
    } else if isSafeURL(url, allowsPath: false), let link = unsafe cmark_node_new(CMARK_NODE_LINK) {
      unsafe cmark_node_set_url(link, url)
      let alternative = unsafe plainText(of: node)
      if let text = unsafe cmark_node_new(CMARK_NODE_TEXT) {
        unsafe cmark_node_set_literal(text, alternative.isEmpty ? url : alternative)
        unsafe cmark_node_append_child(link, text)
      }
      unsafe cmark_node_insert_before(node, link)
      unsafe remove(node)
    } else {
      unsafe unwrap(node)
    }
  }

  static func linkableTexts(below root: Node) -> [String] {
    unsafe cmark_consolidate_text_nodes(root)
    return unsafe nodes(below: root).compactMap { unsafe linkableText(of: $0) }
  }

  /// Text outside links and code that has `[[` in it.
  private static func linkableText(of node: Node) -> String? {
    guard unsafe cmark_node_get_type(node) == CMARK_NODE_TEXT,
      let literal = unsafe cmark_node_get_literal(node).map({ unsafe String(cString: $0) }),
      literal.contains("[["),
      let parent = unsafe cmark_node_parent(node),
      unsafe cmark_node_get_type(parent) != CMARK_NODE_LINK
    else { return nil }
    return literal
  }

  /// Turns `[[name]]` into links.
  private mutating func linkNames(in node: Node) {
    // Most texts hold no name, and are left as they are.
    guard let literal = unsafe cmark_node_get_literal(node), unsafe strstr(literal, "[[") != nil,
      let text = unsafe Self.linkableText(of: node)
    else { return }
    for part in NameReference.split(text) {
      let link = part.isName ? renderer.resolve(part.text) : nil
      guard let text = unsafe cmark_node_new(CMARK_NODE_TEXT) else { return }
      unsafe cmark_node_set_literal(
        text, link?.text ?? (part.isName ? "[[\(part.text)]]" : part.text))
      if let link, let target = unsafe cmark_node_new(CMARK_NODE_LINK) {
        unsafe cmark_node_set_url(target, link.url)
        unsafe cmark_node_append_child(target, text)
        unsafe cmark_node_insert_before(node, target)
      } else {
        unsafe cmark_node_insert_before(node, text)
      }
    }
    unsafe remove(node)
  }

  private func plainText(of node: Node) -> String {
    unsafe Self.nodes(below: node).compactMap { child -> String? in
      switch unsafe cmark_node_get_type(child) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        unsafe cmark_node_get_literal(child).map { unsafe String(cString: $0) }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: " "
      default: nil
      }
    }.joined()
  }

  /// Puts the children in the place of the node.
  private mutating func unwrap(_ node: Node) {
    while let child = unsafe cmark_node_first_child(node) {
      unsafe cmark_node_unlink(child)
      unsafe cmark_node_insert_before(node, child)
    }
    unsafe remove(node)
  }

  /// Takes a node out of the tree with what is below it.
  private mutating func remove(_ node: Node) {
    unsafe cmark_node_unlink(node)
    unsafe removed.append(node)
  }
}

/// http, https, mailto, or an address without a scheme.
private func isSafeTarget(_ url: String) -> Bool {
  if isSafeURL(url, allowsPath: true) { return true }
  let isPrintable = url.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7f }
  let head = url.prefix { !"/?#".contains($0) }
  return isPrintable && !url.isEmpty && !head.contains(":") && !url.contains("\\")
}
