package import Diagnosing

/// Finds the `[[name]]` links of a file. Names in code, in other links and in HTML are not links.
extension NameReference {
  /// Returns the links of a Markdown file, including its front matter, in the order of the file.
  package static func links(in file: SourceFile) -> [Located<String>] {
    var ignored = Diagnostics()
    guard holdsAny(file), let parts = MarkdownFile(file, into: &ignored) else { return [] }
    let root = YAML.parse(file, range: parts.yaml, into: &ignored)
    return links(in: file, root, parts.body)
  }

  /// Returns the names that a parsed file links to, in the order of the file.
  package static func links(
    in file: SourceFile, _ root: YAMLNode?, _ body: Markdown
  ) -> [Located<String>] {
    guard holdsAny(file) else { return [] }
    let values = root?.scalars ?? []
    return values.flatMap {
      links(in: $0, as: { InlineMarkdown.guarded(InlineMarkdown.line(of: $0)) })
    } + links(in: body)
  }

  /// Returns false for most files, which need no further search.
  private static func holdsAny(_ file: SourceFile) -> Bool { !ranges(in: file.bytes).isEmpty }

  /// Returns the links of one text.
  ///
  /// Each name is replaced by its number before cmark-gfm parses the text. The numbers that
  /// cmark-gfm returns tell which names it parsed as text.
  package static func links(
    in text: Markdown, as form: (String) -> String = { $0 }
  ) -> [Located<String>] {
    let parts = split(text.source)
    let names = parts.filter(\.isName).map(\.text)
    if names.isEmpty { return [] }
    var number = -1
    let numbered = parts.map { part in
      if part.isName { number += 1 }
      return part.isName ? "[[\(number)]]" : part.text
    }.joined()
    let places = places(of: text.span)
    return linkableTexts(of: form(numbered)).flatMap { split($0) }.compactMap {
      guard $0.isName, let index = Int($0.text), names.indices.contains(index) else { return nil }
      // Escapes in YAML can make the counts differ; the place is then the whole value.
      return Located(
        names[index], at: places.count == names.count ? places[index] : text.span.head)
    }
  }

  /// Returns the texts of a document in which `[[name]]` is a link: none of code, links or HTML.
  private static func linkableTexts(of source: String) -> [String] {
    var texts: [String] = []
    var openLinks = 0
    MarkdownTree(source)?.withRoot { root in
      root.walk { event, node in
        switch node.kind {
        case .link where isSafeTarget(node.url): openLinks += event == .enter ? 1 : -1
        case .text where openLinks == 0: texts.append(node.literal)
        default: break
        }
      }
    }
    return texts
  }

  private static func places(of span: SourceSpan) -> [SourceSpan] {
    let start = span.range.lowerBound
    return ranges(in: Array(span.file.bytes[span.range])).map {
      SourceSpan(
        file: span.file, range: start + $0.lowerBound + 2..<start + $0.upperBound - 2)
    }
  }
}

extension YAMLNode {
  /// The texts below a node. `Bounds.yamlDepth` bounds the depth.
  var scalars: [Markdown] {
    switch content {
    case .scalar(let text, _): [Markdown(source: text, span: span)]
    case .sequence(let items): items.flatMap(\.scalars)
    case .mapping(let pairs): pairs.flatMap { $0.value.scalars }
    }
  }
}
