package import Diagnosing

extension Diagnostic {
  /// The file of a pair is named like its address.
  package static func comparisonName(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "comparison-name",
      "the file name '\(name)' must be two slugs in byte order joined by '-vs-'", at: span)
  }
}
