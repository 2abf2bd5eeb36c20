/// Text with names, links and images.
extension MarkdownWriter {
  /// Writes text, in which `[[name]]` becomes a link.
  mutating func writeText(_ node: MarkdownNode) {
    let text = node.literal
    guard openLinks == 0, text.utf8.contains(UInt8(ascii: "[")), text.contains("[[") else {
      return putContent(text)
    }
    for part in NameReference.split(text) {
      if part.isName, let link = renderer.resolve(part.text) {
        put("<a")
        putAttribute("href", address: link.url)
        put(">")
        putContent(link.text)
        put("</a>")
      } else {
        putContent(part.isName ? "[[\(part.text)]]" : part.text)
      }
    }
  }

  mutating func enterLink(_ node: MarkdownNode) {
    let url = node.url
    guard isSafeTarget(url) else { return }
    openLinks += 1
    put("<a")
    putAttribute("href", address: renderer.address(url, place))
    putTitle(node.title)
    put(">")
  }

  mutating func exitLink(_ node: MarkdownNode) {
    guard isSafeTarget(node.url) else { return }
    openLinks -= 1
    put("</a>")
  }

  /// Writes a local image. An image from elsewhere becomes a link, so that no reader's browser
  /// requests it.
  mutating func enterImage(_ node: MarkdownNode) {
    let url = node.url
    if isSafeTarget(url), !WrittenAddress(url).isOutside {
      image = node
      put("<img")
      putAttribute("src", address: renderer.address(url, place))
      put(" alt=\"")
    } else if openLinks == 0, isSafeURL(url, allowsPath: false) {
      skipped = node
      let alternative = plainText(of: node)
      put("<a")
      putAttribute("href", address: url)
      put(">")
      putContent(alternative.isEmpty ? url : alternative)
      put("</a>")
    }
  }

  mutating func exitImage(_ node: MarkdownNode) {
    guard image == node else { return }
    image = nil
    put("\"")
    putTitle(node.title)
    put(" />")
  }

  mutating func writeAlternative(_ node: MarkdownNode) {
    switch node.kind {
    case .text, .code: putContent(node.literal)
    case .htmlInline: if isText(node) { putContent(node.literal) }
    case .softBreak, .lineBreak: put(" ")
    default: break
    }
  }
}
