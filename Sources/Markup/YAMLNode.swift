package import Diagnosing

/// A value of a YAML file with its place.
package struct YAMLNode: Sendable {
  package indirect enum Content: Sendable {
    /// The text as written, without a guess at a type.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  package let content: Content
  package let span: SourceSpan

  package init(content: Content, span: SourceSpan) {
    self.content = content
    self.span = span
  }

  /// An empty, `~` or `null` value, written plainly: something that is not there.
  package var isNull: Bool {
    if case .scalar(let text, isPlain: true) = content {
      ["", "~", "null"].contains(text)
    } else {
      false
    }
  }

  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }
}

/// Puts events together to a tree, without recursion.
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

  init(file: SourceFile, offsets: CharacterOffsets) {
    self.file = file
    self.offsets = offsets
  }

  func span(_ start: Int, _ end: Int) -> SourceSpan {
    let from = offsets.offset(of: start)
    return SourceSpan(file: file, range: from..<max(from, offsets.offset(of: end)))
  }

  mutating func open(isMapping: Bool, at span: SourceSpan) -> Diagnostic? {
    guard stack.count < YAML.maxDepth else { return .nestingDepth(YAML.maxDepth, at: span) }
    stack.append(Frame(isMapping: isMapping, span: span))
    return nil
  }

  mutating func add(_ content: YAMLNode.Content, at span: SourceSpan) {
    let node = YAMLNode(content: content, span: span)
    if stack.isEmpty { root = node } else { stack[stack.count - 1].items.append(node) }
  }

  mutating func close() {
    guard let frame = stack.popLast() else { return }
    let end = frame.items.last?.span.range.upperBound ?? frame.span.range.upperBound
    let range = frame.span.range.lowerBound..<max(end, frame.span.range.upperBound)
    let span = SourceSpan(file: file, range: range)
    guard frame.isMapping else { return add(.sequence(frame.items), at: span) }
    let pairs = stride(from: 0, to: frame.items.count - 1, by: 2).map {
      (key: frame.items[$0], value: frame.items[$0 + 1])
    }
    add(.mapping(pairs), at: span)
  }
}
