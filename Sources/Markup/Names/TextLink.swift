package import Diagnosing
import System

/// A link or an image in a text of an author.
package struct TextLink: Sendable {
  /// The address as written.
  package let url: Located<String>
  package let isImage: Bool
  /// Whether the link is in raw HTML, which only a site that allows raw HTML shows.
  package let isRaw: Bool
  package let place: TextPlace

  package init(url: Located<String>, isImage: Bool, isRaw: Bool = false, place: TextPlace) {
    self.url = url
    self.isImage = isImage
    self.isRaw = isRaw
    self.place = place
  }

  /// The place of an author's text, on which relative addresses depend.
  package struct TextPlace: Sendable, Hashable {
    /// The path of the file.
    package let file: String
    /// Whether the text is one line, which several pages may show. A whole text is shown by one
    /// page.
    package let isInline: Bool

    package init(file: String, isInline: Bool) {
      self.file = file
      self.isInline = isInline
    }
  }
}

extension TextLink {
  /// Returns the local links of a parsed file in file order: those of every value, then of the
  /// body.
  package static func local(
    in file: SourceFile, _ root: YAMLNode?, _ body: Markdown?
  ) -> [TextLink] {
    guard mayHoldAny(file.bytes) else { return [] }
    let values = root?.scalars ?? []
    return values.flatMap { local(in: $0, isInline: true) }
      + (body.map { local(in: $0, isInline: false) } ?? [])
  }

  /// Returns the local links of a YAML file, or of a Markdown file with front matter.
  package static func local(in file: SourceFile) -> [TextLink] {
    guard mayHoldAny(file.bytes) else { return [] }
    var ignored = Diagnostics()
    if !file.path.hasSuffix(".md") { return local(in: file, file.yaml(into: &ignored), nil) }
    guard let parts = MarkdownFile(file, into: &ignored) else { return [] }
    return local(in: file, YAML.parse(file, range: parts.yaml, into: &ignored), parts.body)
  }

  /// Returns the links of a file that lead to other sites.
  package static func outside(in file: SourceFile) -> [TextLink] {
    var ignored = Diagnostics()
    let parts = file.path.hasSuffix(".md") ? MarkdownFile(file, into: &ignored) : nil
    let root =
      parts.flatMap { YAML.parse(file, range: $0.yaml, into: &ignored) }
      ?? file.yaml(into: &ignored)
    return (root?.scalars ?? []).flatMap { links(in: $0, isInline: true, outside: true) }
      + (parts.map { links(in: $0.body, isInline: false, outside: true) } ?? [])
  }

  /// Returns the local links of one text.
  package static func local(in text: Markdown, isInline: Bool) -> [TextLink] {
    links(in: text, isInline: isInline, outside: false)
  }

  private static func links(in text: Markdown, isInline: Bool, outside: Bool) -> [TextLink] {
    let source = text.source
    guard mayHoldAny(Array(source.utf8)) else { return [] }
    let form = isInline ? InlineMarkdown.guarded(InlineMarkdown.line(of: source)) : source
    var search = AddressSearch(in: text.span)
    let place = TextPlace(file: text.span.file.path, isInline: isInline)
    var links: [TextLink] = []
    MarkdownTree(form)?.withRoot { root in
      root.walk { event, node in
        guard event == .enter else { return }
        for (url, isImage) in addresses(of: node)
        where isSafeTarget(url) && WrittenAddress(url).isOutside == outside {
          let isRaw = node.kind != .link && node.kind != .image
          links.append(
            TextLink(
              url: Located(url, at: search.next(url)), isImage: isImage, isRaw: isRaw,
              place: place))
        }
      }
    }
    return links
  }

  private static func addresses(of node: MarkdownNode) -> [(url: String, isImage: Bool)] {
    switch node.kind {
    case .link: return [(node.url, false)]
    case .image: return [(node.url, true)]
    case .htmlInline, .htmlBlock:
      let html = Array(node.literal.utf8)
      return AddressAttributes.all(in: html).map {
        (String(decoding: html[$0.range], as: UTF8.self), $0.name == "src")
      }
    default: return []
    }
  }

  /// Returns false for most texts, which need no further search. A link contains `](`, a definition
  /// `]:`, and raw HTML an equals sign before a quote.
  private static func mayHoldAny(_ bytes: [UInt8]) -> Bool {
    holds(bytes, UInt8(ascii: "]"), before: "(:") || holds(bytes, UInt8(ascii: "="), before: "\"'")
  }

  private static func holds(_ bytes: [UInt8], _ mark: UInt8, before next: String) -> Bool {
    var index = 0
    while let found = bytes.firstIndex(of: mark, from: index), found + 1 < bytes.count {
      index = found + 1
      if next.utf8.contains(bytes[index]) { return true }
    }
    return false
  }
}

/// Finds the places of the addresses in a text, in text order.
struct AddressSearch {
  private let span: SourceSpan
  private let bytes: [UInt8]
  private var cursor = 0
  /// The places of addresses in link definitions, which several links may use.
  private var known: [String: SourceSpan] = [:]
  /// The number of searches left. An address hidden by escapes is never found, so the number of
  /// futile searches is limited (Y-03).
  private var searches = 100

  init(in span: SourceSpan) {
    self.span = span
    bytes = Array(span.bytes)
  }

  /// Returns the next place of an address, or the text's first line when the address is written
  /// differently.
  mutating func next(_ url: String) -> SourceSpan {
    if let place = known[url] { return place }
    let wanted = Array(url.utf8)
    if let found = find(wanted, from: cursor) {
      cursor = found + wanted.count
      return place(found, wanted.count)
    }
    guard searches > 0 else { return span.head }
    searches -= 1
    let found = find(wanted, from: 0).map { place($0, wanted.count) } ?? span.head
    known[url] = found
    return found
  }

  /// Returns the next place of an address; nil when the address is written differently.
  mutating func find(_ url: String) -> SourceSpan? {
    let wanted = Array(url.utf8)
    guard searches > 0 else { return nil }
    guard let found = find(wanted, from: cursor) else {
      searches -= 1
      return nil
    }
    cursor = found + wanted.count
    return place(found, wanted.count)
  }

  private func place(_ offset: Int, _ count: Int) -> SourceSpan {
    let start = span.range.lowerBound + offset
    return SourceSpan(file: span.file, range: start..<start + count)
  }

  /// Returns the offset of the bytes where delimiters of an address enclose them.
  private func find(_ wanted: [UInt8], from start: Int) -> Int? {
    guard let first = wanted.first else { return nil }
    var index = start
    while let found = bytes.firstIndex(of: first, from: index) {
      index = found + 1
      let end = found + wanted.count
      guard end <= bytes.count, bytes[found..<end].elementsEqual(wanted) else { continue }
      let isOpened = found > 0 && Self.openers.contains(bytes[found - 1])
      if isOpened, end == bytes.count || Self.closers.contains(bytes[end]) { return found }
    }
    return nil
  }

  private static let openers = Set("(<: \t\n\"'".utf8)
  private static let closers = Set(")> \t\r\n\"'".utf8)
}
