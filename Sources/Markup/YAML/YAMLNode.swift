package import Diagnosing

/// A value in a YAML file, with its place.
package struct YAMLNode: Sendable {
  package indirect enum Content: Sendable {
    /// The text as written; no type is inferred.
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

  /// Whether the value is empty, `~` or `null` in plain style, and so stands for nothing.
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
