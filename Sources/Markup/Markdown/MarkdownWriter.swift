/// Writes a parsed text as HTML, visiting each node once.
///
/// Unless a text needs something special, the bytes equal those that cmark-gfm would write.
struct MarkdownWriter {
  let renderer: MarkdownRenderer
  /// The place of the text.
  let place: TextLink.TextPlace
  var output: [UInt8] = []
  var headings: [MarkdownDocument.Heading] = []
  /// The offset of the first heading that is outside block quotes and lists.
  var leadEnd: Int?
  var ids = HeadingIDs()
  var table = TableState()
  var footnotes = FootnoteState()
  /// The treatment of raw HTML, for the nodes whose siblings have been examined.
  var treatments: [MarkdownNode: RawHTML.Treatment] = [:]
  /// The image whose content is being written as alternative text.
  var image: MarkdownNode?
  /// The node whose content has been written already.
  var skipped: MarkdownNode?
  /// The number of open links. One link is inside another only by way of an image.
  var openLinks = 0

  init(renderer: MarkdownRenderer, place: TextLink.TextPlace) {
    self.renderer = renderer
    self.place = place
  }

  mutating func write(_ root: MarkdownNode) {
    footnotes = FootnoteState(root)
    root.walk { event, node in visit(event, node) }
    if footnotes.written > 0 { put("</ol>\n</section>\n") }
  }

  /// Writes the content of the first paragraph without the mark that `InlineMarkdown.guarded`
  /// added.
  mutating func writeGuardedInlines(of root: MarkdownNode) {
    let start = output.count
    if let paragraph = root.firstChild {
      for child in paragraph.children { child.walk { event, node in visit(event, node) } }
    }
    if start < output.count { output.remove(at: start) }
  }

  private mutating func visit(_ event: MarkdownNode.Event, _ node: MarkdownNode) {
    if let skipped {
      if event == .exit, node == skipped { self.skipped = nil }
      return
    }
    if let image, node != image {
      if event == .enter { writeAlternative(node) }
      return
    }
    if event == .enter { enter(node) } else { exit(node) }
  }

  private mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .document, .other: break
    case .blockQuote: putLine("<blockquote>\n")
    case .list: enterList(node)
    case .item: putLine("<li>")
    case .taskItem: putLine(node.isChecked ? "<li>☑ " : "<li>☐ ")
    case .codeBlock: writeCodeBlock(node)
    case .htmlBlock: writeHTMLBlock(node)
    case .paragraph: if !isTight(node) { putLine("<p>") }
    case .heading: enterHeading(node)
    case .thematicBreak: putLine("<hr />\n")
    case .footnoteDefinition: enterFootnote()
    case .text: writeText(node)
    case .softBreak: put("\n")
    case .lineBreak: put("<br />\n")
    case .code:
      put("<code>")
      putContent(node.literal)
      put("</code>")
    case .htmlInline: writeHTMLInline(node)
    case .emphasis: put("<em>")
    case .strong: put("<strong>")
    case .strikethrough: put("<del>")
    case .link: enterLink(node)
    case .image: enterImage(node)
    case .footnoteReference: writeFootnoteReference(node)
    case .table: enterTable(node)
    case .tableHeader, .tableRow: enterRow(node)
    case .tableCell: enterCell(node)
    }
  }

  private mutating func exit(_ node: MarkdownNode) {
    switch node.kind {
    case .blockQuote: putLine("</blockquote>\n")
    case .list: put(node.isOrdered ? "</ol>\n" : "</ul>\n")
    case .item, .taskItem: put("</li>\n")
    case .paragraph: exitParagraph(node)
    case .heading: put("</h\(headings.last?.level ?? 2)>\n")
    case .footnoteDefinition: exitFootnote()
    case .emphasis: put("</em>")
    case .strong: put("</strong>")
    case .strikethrough: put("</del>")
    case .link: exitLink(node)
    case .image: exitImage(node)
    case .table: exitTable()
    case .tableHeader, .tableRow: exitRow(node)
    case .tableCell: exitCell(node)
    default: break
    }
  }

  // MARK: Bytes

  mutating func put(_ markup: String) { output.append(contentsOf: markup.utf8) }

  /// Writes markup at the beginning of a line.
  mutating func putLine(_ markup: String) {
    if let last = output.last, last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
    put(markup)
  }

  mutating func putContent(_ text: String) { TextEscaping.writeContent(text, into: &output) }

  mutating func putAttribute(_ name: String, address: String) {
    put(" \(name)=\"")
    TextEscaping.writeAddress(address, into: &output)
    put("\"")
  }

  mutating func putTitle(_ title: String) {
    if title.isEmpty { return }
    put(" title=\"")
    putContent(title)
    put("\"")
  }

  // MARK: Blocks

  private mutating func enterList(_ node: MarkdownNode) {
    guard node.isOrdered else { return putLine("<ul>\n") }
    putLine(node.listStart == 1 ? "<ol>\n" : "<ol start=\"\(node.listStart)\">\n")
  }

  private mutating func writeCodeBlock(_ node: MarkdownNode) {
    putLine("<pre><code")
    let language = node.fenceInfo.prefix { !$0.isWhitespace }
    if !language.isEmpty {
      put(" class=\"language-")
      putContent(String(language))
      put("\"")
    }
    put(">")
    putContent(node.literal)
    put("</code></pre>\n")
  }

  /// Returns whether a paragraph is in a list without blank lines and so has no tags of its own.
  private func isTight(_ node: MarkdownNode) -> Bool {
    guard let list = node.parent?.parent, list.kind == .list else { return false }
    return list.isTight
  }

  private mutating func exitParagraph(_ node: MarkdownNode) {
    if isTight(node) { return }
    if node.next == nil, node.parent?.kind == .footnoteDefinition {
      put(" ")
      putFootnoteReturns()
    }
    put("</p>\n")
  }

  private mutating func enterHeading(_ node: MarkdownNode) {
    let last = headings.last?.level ?? 1
    let level = min(max(2, node.headingLevel), last + 1)
    let text = plainText(of: node)
    let id = ids.id(for: text)
    headings.append(MarkdownDocument.Heading(level: level, id: id, text: text))
    putLine("")
    if leadEnd == nil, node.parent?.kind == .document { leadEnd = output.count }
    put("<h\(level) id=\"\(id)\">")
  }

  // MARK: Plain text

  /// Returns the text below a node without its markup.
  mutating func plainText(of node: MarkdownNode) -> String {
    var text = ""
    node.walk { event, node in
      guard event == .enter else { return }
      switch node.kind {
      case .text, .code: text += node.literal
      case .htmlInline: if isText(node) { text += node.literal }
      case .softBreak, .lineBreak: text += " "
      default: break
      }
    }
    return text
  }
}
