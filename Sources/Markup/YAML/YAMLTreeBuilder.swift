import Diagnosing

/// Builds a tree from events, without recursion.
struct YAMLTreeBuilder {
  private struct Frame {
    let isMapping: Bool
    let span: SourceSpan
    var items: [YAMLNode] = []
  }

  let file: SourceFile
  let offsets: CharacterOffsets
  private var stack: [Frame] = []
  private(set) var root: YAMLNode?
  /// The number of keys, values, lists and mappings so far.
  private var count = 0

  init(file: SourceFile, offsets: CharacterOffsets) {
    self.file = file
    self.offsets = offsets
  }

  func span(_ start: Int, _ end: Int) -> SourceSpan {
    let from = offsets.offset(of: start)
    return SourceSpan(file: file, range: from..<max(from, offsets.offset(of: end)))
  }

  mutating func open(isMapping: Bool, at span: SourceSpan) -> Diagnostic? {
    guard stack.count < Bounds.yamlDepth else { return .nestingDepth(Bounds.yamlDepth, at: span) }
    count += 1
    guard count <= Bounds.yamlNodes else { return .yamlNodes(Bounds.yamlNodes, at: span) }
    stack.append(Frame(isMapping: isMapping, span: span))
    return nil
  }

  mutating func add(_ content: YAMLNode.Content, at span: SourceSpan) -> Diagnostic? {
    count += 1
    guard count <= Bounds.yamlNodes else { return .yamlNodes(Bounds.yamlNodes, at: span) }
    put(YAMLNode(content: content, span: span))
    return nil
  }

  private mutating func put(_ node: YAMLNode) {
    if stack.isEmpty { root = node } else { stack[stack.count - 1].items.append(node) }
  }

  mutating func close() {
    guard let frame = stack.popLast() else { return }
    let end = frame.items.last?.span.range.upperBound ?? frame.span.range.upperBound
    let range = frame.span.range.lowerBound..<max(end, frame.span.range.upperBound)
    let span = SourceSpan(file: file, range: range)
    guard frame.isMapping else { return put(YAMLNode(content: .sequence(frame.items), span: span)) }
    let pairs = stride(from: 0, to: frame.items.count - 1, by: 2).map {
      (key: frame.items[$0], value: frame.items[$0 + 1])
    }
    put(YAMLNode(content: .mapping(pairs), span: span))
  }
}
