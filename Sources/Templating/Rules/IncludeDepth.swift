package import Diagnosing

extension Rule {
  package static let includeDepth = Rule(
    "include-depth",
    summary: "Includes and layouts are nested no deeper than the limit.",
    cause: "Each template includes the next one, or each layout extends another (Y-03).",
    remedy: "Put some of them together.")
}

extension Diagnostic {
  /// Reports includes or layouts that nest too deeply; the limit bounds every template (Y-03).
  static func includeDepth(_ what: String, _ limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .includeDepth, "\(what) are nested more than \(limit) deep", at: span)
  }
}
