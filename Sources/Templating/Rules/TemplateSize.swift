package import Diagnosing

extension Diagnostic {
  /// What a template becomes with all its includes is bounded (Y-03).
  package static func templateSize(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "template-size", "with its includes this template has more than \(limit) parts",
      at: span)
  }
}
