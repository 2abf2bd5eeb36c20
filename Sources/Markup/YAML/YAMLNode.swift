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
