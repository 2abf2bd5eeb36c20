package import Diagnosing
package import Hashing

/// GitHub Flavored Markdown as written, with its place.
package struct Markdown: Sendable, Hashable, Fingerprinted {
  /// The text; nil when it equals the bytes at its place. Bodies are long, and few are needed.
  private let text: String?
  package let span: SourceSpan

  package var source: String { text ?? span.text }

  package func add(to input: inout FingerprintInput) {
    if let text { input.add(text) } else { input.add(Fingerprint(of: span.bytes)) }
  }

  package init(source: String, span: SourceSpan) {
    text = source
    self.span = span
  }

  /// Refers to a part of a file without copying the text.
  package init(_ span: SourceSpan) {
    text = nil
    self.span = span
  }

  package static func == (left: Markdown, right: Markdown) -> Bool {
    left.span == right.span && left.source == right.source
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(span) }
}
