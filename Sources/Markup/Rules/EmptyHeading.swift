package import Diagnosing

extension Diagnostic {
  /// A heading without text has no name in the table of contents, nor for screen readers.
  package static func emptyHeading(at span: SourceSpan) -> Diagnostic {
    Diagnostic(rule: "empty-heading", "the heading has no text", at: span)
  }
}
