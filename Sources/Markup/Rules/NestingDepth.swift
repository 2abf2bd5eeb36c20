package import Diagnosing

extension Rule {
  package static let nestingDepth = Rule(
    "nesting-depth",
    summary: "Values are nested no deeper than the limit.",
    cause: "Limits keep one file from exhausting the machine (Y-03).",
    remedy: "Flatten the value.")
}

extension Diagnostic {
  package static func nestingDepth(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.nestingDepth, "values are nested more than \(limit) levels deep", at: span)
  }
}
