/// Raw HTML: written where the site allows it; elsewhere only tags that format text are written.
extension MarkdownWriter {
  mutating func writeHTMLInline(_ node: MarkdownNode) {
    if renderer.unsafeHTML { return put(filtered(node)) }
    switch treatment(of: node) {
    case .tag(let tag): put(tag)
    case .text: putContent(node.literal)
    case .comment, .hidden: break
    }
  }

  /// Returns the raw HTML of a site that allows it, with its addresses converted like those of
  /// links.
  private func filtered(_ node: MarkdownNode) -> String {
    let html = AddressAttributes.replacing(in: node.literal) {
      WrittenAddress($0).isOutside ? $0 : renderer.address($0, place)
    }
    return TagFilter.filtered(html)
  }

  /// Returns whether raw HTML is shown as written.
  mutating func isText(_ node: MarkdownNode) -> Bool {
    if case .text = treatment(of: node) { !renderer.unsafeHTML } else { false }
  }

  private mutating func treatment(of node: MarkdownNode) -> RawHTML.Treatment {
    if treatments[node] == nil, let parent = node.parent {
      treatments.merge(RawHTML.treatments(among: parent)) { $1 }
    }
    return treatments[node] ?? .hidden
  }

  mutating func writeHTMLBlock(_ node: MarkdownNode) {
    let literal = node.literal
    if renderer.unsafeHTML {
      putLine(filtered(node))
      return putLine("")
    }
    guard case .paragraph = RawHTML.Block(literal),
      let tree = MarkdownTree(InlineMarkdown.guarded(literal))
    else { return }
    putLine("<p>")
    tree.withRoot { writeGuardedInlines(of: $0) }
    put("</p>\n")
  }
}

/// The extension "Disallowed Raw HTML" of GitHub Flavored Markdown: tags that change how the rest
/// of a page is parsed become text.
enum TagFilter {
  static func filtered(_ html: String) -> String {
    guard html.utf8.contains(UInt8(ascii: "<")) else { return html }
    return html.split(separator: "<", omittingEmptySubsequences: false).enumerated().map {
      $0 == 0 ? String($1) : (isDisallowed($1) ? "&lt;" : "<") + $1
    }.joined()
  }

  private static func isDisallowed(_ rest: Substring) -> Bool {
    let text = rest.first == "/" ? rest.dropFirst() : rest
    let name = text.prefix { $0.isLetter }
    guard names.contains(name.lowercased()) else { return false }
    let end = text.dropFirst(name.count)
    return end.first.map { $0.isWhitespace || $0 == ">" } ?? false || end.hasPrefix("/>")
  }

  private static let names: Set<String> = [
    "iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp",
  ]
}
