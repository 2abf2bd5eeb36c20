package import Diagnosing

extension Rule {
  package static let circularInclude = Rule(
    "circular-include",
    summary: "A template does not include itself.",
    cause: "The includes form a circle, directly or through other templates.",
    remedy: "Remove one of the includes.")
}

extension Diagnostic {
  package static func circularInclude(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.circularInclude, "'\(path)' includes itself", at: span)
  }
}
