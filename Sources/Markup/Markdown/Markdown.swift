package import Diagnosing
package import Hashing

/// Text in GitHub Flavored Markdown, as written, with its place.
package struct Markdown: Sendable, Hashable, Fingerprinted {
  /// Nil where it is what the file has at its place: bodies are long, and few are asked for.
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

  /// A part of a file as it stands there.
  package init(_ span: SourceSpan) {
    text = nil
    self.span = span
  }

  package static func == (left: Markdown, right: Markdown) -> Bool {
    left.span == right.span && left.source == right.source
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(span) }
}
