package import Diagnosing

extension Diagnostic {
  /// Depth is bounded, so that no file can exhaust the machine (Y-03).
  package static func nestingDepth(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(rule: "nesting-depth", "values are nested more than \(limit) levels deep", at: span)
  }
}
