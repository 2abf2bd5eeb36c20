package import Diagnosing
import System

extension Markdown {
  /// Reports what no page would show of a text with several blocks, and a text too large to render.
  package func checkBlocks(into log: inout Diagnostics) {
    let source = source
    let bytes = Array(source.utf8)
    let checker = MarkdownChecker(span)
    if let excess = MarkdownCost(of: source).excess {
      log.report(.markupLimit(excess, at: checker.line(at: excess.offset)))
      return
    }
    checker.checkDirection(of: source, bytes, into: &log)
    if MarkdownChecker.needsCloserLook(bytes), let tree = MarkdownTree(source) {
      tree.withRoot { checker.check($0, into: &log) }
      let definitions = LinkDefinition.all(in: bytes)
      if !definitions.isEmpty {
        tree.withRoot { checker.check(definitions, in: bytes, $0, into: &log) }
      }
    }
  }

  /// Reports what no page would show of a text on one line, and a text too large to render.
  package func checkLine(into log: inout Diagnostics) {
    let line = InlineMarkdown.line(of: source)
    if line.isEmpty || PlainMarkdown.holds(line) { return }
    if let excess = MarkdownCost(of: line).excess {
      log.report(.markupLimit(excess, at: span.head))
      return
    }
    MarkdownChecker(span).checkDirection(of: line, into: &log)
    if line.utf8.contains(UInt8(ascii: "<")) || mayHoldHiddenLink(Array(line.utf8)),
      let tree = MarkdownTree(InlineMarkdown.guarded(line))
    {
      tree.withRoot { MarkdownChecker(span).check($0, into: &log) }
    }
  }
}

/// Finds text of an author that no page shows.
struct MarkdownChecker {
  /// The place of the text.
  let span: SourceSpan

  init(_ span: SourceSpan) { self.span = span }

  /// Returns false for most texts, which have no raw HTML, no definition, no empty heading and no
  /// unusual address.
  static func needsCloserLook(_ bytes: [UInt8]) -> Bool {
    if bytes.firstIndex(of: UInt8(ascii: "<"), from: 0) != nil { return true }
    if mayHoldHiddenLink(bytes) { return true }
    var index = 0
    while let colon = bytes.firstIndex(of: UInt8(ascii: ":"), from: index) {
      if colon > 0, bytes[colon - 1] == UInt8(ascii: "]") { return true }
      index = colon + 1
    }
    index = 0
    while let mark = bytes.firstIndex(of: UInt8(ascii: "#"), from: index) {
      index = mark + 1
      let rest = bytes[index...].drop { $0 == UInt8(ascii: "#") || $0 == 0x20 || $0 == 0x09 }
      // The heading is empty, or begins with an image or a link.
      guard let next = rest.first, !"![\r\n".utf8.contains(next) else { return true }
      index = rest.startIndex
    }
    return false
  }

  func check(_ root: MarkdownNode, into log: inout Diagnostics) {
    var places = Places(span)
    var treatments: [MarkdownNode: RawHTML.Treatment] = [:]
    var addresses = AddressSearch(in: span)
    root.walk { event, node in
      guard event == .enter else { return }
      switch node.kind {
      case .link, .image:
        let url = node.url
        if isSafeTarget(url) { return }
        let place = url.isEmpty ? nil : addresses.find(url)
        log.report(.hiddenLink(to: url, at: place ?? places.line(of: node)))
      case .heading where isEmpty(node):
        log.report(.emptyHeading(at: places.line(node.line)))
      case .htmlBlock: check(node, in: &places, into: &log)
      case .htmlInline:
        if treatments[node] == nil, let parent = node.parent {
          treatments.merge(RawHTML.treatments(among: parent)) { $1 }
        }
        report(node, treatments[node], into: &log) { places.place(of: node.literal, in: node) }
      default: break
      }
    }
  }

  private func check(
    _ block: MarkdownNode, in places: inout Places, into log: inout Diagnostics
  ) {
    let literal = block.literal
    switch RawHTML.Block(literal) {
    case .comment: break
    case .hidden: log.report(.hiddenBlock(at: places.place(of: literal, in: block)))
    case .paragraph:
      // The block is rendered as a paragraph, so its tags are located inside the block.
      guard let tree = MarkdownTree(InlineMarkdown.guarded(literal)) else { return }
      tree.withRoot { root in
        for parent in root.children {
          let treatments = RawHTML.treatments(among: parent)
          for node in parent.children {
            report(node, treatments[node], into: &log) {
              places.place(of: node.literal, in: block)
            }
          }
        }
      }
    }
  }

  /// Reports a tag that no page shows, or whose attributes no page shows.
  private func report(
    _ tag: MarkdownNode, _ treatment: RawHTML.Treatment?, into log: inout Diagnostics,
    at place: () -> SourceSpan
  ) {
    switch treatment {
    case .hidden: log.report(.hiddenTag(tag.literal, at: place()))
    case .tag(let kept) where HTMLTag(tag.literal)?.hasValues == true:
      log.report(.hiddenAttributes(tag.literal, writing: kept, at: place()))
    default: break
    }
  }

  private func isEmpty(_ heading: MarkdownNode) -> Bool {
    var isEmpty = true
    heading.walk { _, node in
      switch node.kind {
      case .text, .code: if node.literal.contains(where: { !$0.isWhitespace }) { isEmpty = false }
      case .htmlInline: isEmpty = false
      default: break
      }
    }
    return isEmpty
  }

  /// Returns the rest of the line at an offset into the text.
  func line(at offset: Int) -> SourceSpan {
    let start = min(span.range.lowerBound + offset, span.range.upperBound)
    return SourceSpan(file: span.file, range: start..<span.range.upperBound).head
  }

  /// Reports definitions that nothing refers to and that are not shown as text either.
  func check(
    _ definitions: [LinkDefinition], in bytes: [UInt8], _ root: MarkdownNode,
    into log: inout Diagnostics
  ) {
    let uses = LinkDefinition.labels(in: bytes)
    var shown: String?
    for definition in definitions {
      let label = String(decoding: bytes[definition.label], as: UTF8.self)
      let isPlain = !label.utf8.contains { "*_`<&\\~".utf8.contains($0) }
      guard isPlain, uses[LinkDefinition.normalized(label)] == 1 else { continue }
      let text = shown ?? Self.shownText(of: root)
      shown = text
      if !text.contains("[\(label)]:") {
        log.report(.unusedDefinition(label, at: line(at: definition.offset)))
      }
    }
  }

  private static func shownText(of root: MarkdownNode) -> String {
    var text = ""
    root.walk { event, node in
      guard event == .enter else { return }
      switch node.kind {
      case .text, .code, .codeBlock, .htmlBlock, .htmlInline: text += node.literal
      case .footnoteReference: text += "[^\(node.literal)]"
      case .softBreak, .lineBreak: text += "\n"
      default: break
      }
    }
    return text
  }
}
