package import Diagnosing

extension Diagnostic {
  /// Content is untrusted (Y-01).
  package static func rawContent(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "raw-content",
      "'raw' is refused for what comes from content, unless the site sets 'unsafeHTML: true'",
      at: span)
  }
}
