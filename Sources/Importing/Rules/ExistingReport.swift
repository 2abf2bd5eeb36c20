package import Diagnosing

extension Diagnostic {
  /// Nothing is overwritten unasked.
  package static func existingReport(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "existing-report",
      "'\(path: path)' is there and says something else; put these values into it with --force",
      at: span)
  }
}
