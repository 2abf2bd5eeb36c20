import Diagnosing

/// Renders GitHub Flavored Markdown to HTML that any page can contain.
///
/// Raw HTML is dropped except for harmless tags. Links keep only addresses that are safe to follow.
/// Images come from the site itself (S-18). Headings skip no level. Tables have scopes and a
/// scrolling region around them.
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
  /// The address that pages of the site write for an address in a text.
  let address: @Sendable (_ written: String, _ place: TextLink.TextPlace) -> String
  /// The link that `[[name]]` stands for.
  let resolve: @Sendable (String) -> Link?

  package init(
    unsafeHTML: Bool,
    address: @escaping @Sendable (String, TextLink.TextPlace) -> String = { url, _ in url },
    resolve: @escaping @Sendable (String) -> Link?
  ) {
    self.unsafeHTML = unsafeHTML
    self.address = address
    self.resolve = resolve
  }

  /// Renders one line of text: emphasis, code and links, but no blocks.
  package func inline(_ text: Markdown) -> String {
    let line = InlineMarkdown.line(of: text.source)
    if line.isEmpty || PlainMarkdown.holds(line) { return line }
    guard let tree = MarkdownTree(InlineMarkdown.guarded(line)) else { return "" }
    var writer = MarkdownWriter(renderer: self, place: text.place(isInline: true))
    tree.withRoot { writer.writeGuardedInlines(of: $0) }
    return String(decoding: writer.output, as: UTF8.self)
  }

  /// Renders a whole text. Headings begin at level 2.
  package func block(_ text: Markdown) -> MarkdownDocument {
    var writer = MarkdownWriter(renderer: self, place: text.place(isInline: false))
    if let tree = MarkdownTree(text.source) {
      tree.withRoot { writer.write($0) }
    }
    let end = writer.leadEnd ?? writer.output.count
    return MarkdownDocument(
      lead: String(decoding: writer.output[..<end], as: UTF8.self),
      rest: String(decoding: writer.output[end...], as: UTF8.self), headings: writer.headings)
  }
}

extension Markdown {
  fileprivate func place(isInline: Bool) -> TextLink.TextPlace {
    TextLink.TextPlace(file: span.file.path, isInline: isInline)
  }
}
