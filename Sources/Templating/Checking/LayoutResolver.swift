import Diagnosing

/// Merges a page into its layout by replacing the layout's blocks with the page's.
struct LayoutResolver {
  private static let maxLayouts = 8

  let sources: TemplateSources
  /// The page and its layouts, by path.
  private(set) var files: [String: SourceFile] = [:]

  init(sources: TemplateSources) { self.sources = sources }

  mutating func resolve(
    _ path: String, _ file: SourceFile, into log: inout Diagnostics
  ) -> [Node] {
    files[path] = file
    var errors = log.errorCount
    var current = sources.parsed(path, file, into: &log)
    var blocks: [String: [Node]] = [:]
    var seen = [path]
    while let layout = current.layout {
      // After a mistake in a tag, it is not known what stands in which block.
      let isBroken = log.errorCount > errors
      var outside = Diagnostics()
      let own = Self.blocks(of: current.nodes, into: &outside)
      if !isBroken { log.report(contentsOf: outside) }
      let next = layout.value.hasSuffix(".html") ? layout.value : layout.value + ".html"
      guard let file = sources.files[next] else {
        log.report(.unknownTemplate(layout.value, among: sources.names, at: layout.span))
        return []
      }
      guard !seen.contains(next) else {
        log.report(.circularInclude(layout.value, at: layout.span))
        return []
      }
      guard seen.count < Self.maxLayouts else {
        log.report(.includeDepth("layouts", Self.maxLayouts, at: layout.span))
        return []
      }
      seen.append(next)
      files[next] = file
      errors = log.errorCount
      current = sources.parsed(next, file, into: &log)
      let known = Self.names(in: current.nodes)
      for (name, nodes) in own {
        if !known.contains(name.value) {
          // The author may have the layout but not the page that fills it.
          let isLayoutWrong = sources.isBuiltIn(name.span.file) && !sources.isBuiltIn(file)
          log.report(
            isLayoutWrong
              ? .missingBlock(name.value, for: name.span, at: file.start)
              : .unknownBlock(name.value, among: known, at: name.span))
        }
        if blocks[name.value] == nil { blocks[name.value] = nodes }
      }
    }
    return Self.replacing(current.nodes, by: blocks, depth: 0)
  }

  /// Returns the blocks of a page. Only white space is allowed between them.
  private static func blocks(
    of nodes: [Node], into log: inout Diagnostics
  ) -> [(name: Located<String>, nodes: [Node])] {
    nodes.compactMap { node in
      switch node {
      // A block whose name could not be read was reported.
      case .block(let name, let body): return name.value.isEmpty ? nil : (name, body)
      case .text(let span) where span.text.allSatisfy(\.isWhitespace): return nil
      default:
        log.report(
          .syntax(
            "a page with a layout holds blocks only; this is outside of them", at: node.span.head))
        return nil
      }
    }
  }

  private static func names(in nodes: [Node]) -> [String] {
    nodes.flatMap { node -> [String] in
      switch node {
      case .block(let name, let body): [name.value] + names(in: body)
      case .branch(let branches, let otherwise, _):
        branches.flatMap { names(in: $0.body) } + names(in: otherwise)
      case .loop(let loop): names(in: loop.body) + names(in: loop.otherwise)
      default: []
      }
    }
  }

  /// Replaces blocks throughout a tree. The parser bounds the depth, and the number of layouts
  /// bounds how often a block's text can nest.
  private static func replacing(_ nodes: [Node], by blocks: [String: [Node]], depth: Int) -> [Node]
  {
    guard depth < 128 else { return nodes }
    return nodes.map { node in
      switch node {
      case .block(let name, let body):
        .block(
          name,
          replacing(
            blocks[name.value] ?? body, by: blocks.filter { $0.key != name.value }, depth: depth + 1
          ))
      case .branch(let branches, let otherwise, let span):
        .branch(
          branches.map {
            Node.Branch(
              conditions: $0.conditions, body: replacing($0.body, by: blocks, depth: depth + 1))
          },
          otherwise: replacing(otherwise, by: blocks, depth: depth + 1), span)
      case .loop(let loop):
        .loop(
          Node.Loop(
            position: loop.position, element: loop.element, list: loop.list, filter: loop.filter,
            body: replacing(loop.body, by: blocks, depth: depth + 1),
            otherwise: replacing(loop.otherwise, by: blocks, depth: depth + 1), span: loop.span))
      default: node
      }
    }
  }
}

extension SourceSpan {
  /// The span's first line, without leading white space.
  fileprivate var head: SourceSpan {
    let bytes = file.bytes[range]
    let start = bytes.firstIndex { ![0x20, 0x09, 0x0a, 0x0d].contains($0) } ?? range.lowerBound
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
    return SourceSpan(file: file, range: start..<end)
  }
}
