package import Diagnosing

extension Rule {
  package static let comparisonName = Rule(
    "comparison-name",
    summary: "A comparison file is named after its pair.",
    cause: "The name is not two slugs in byte order joined by `-vs-`.",
    remedy: "Rename the file; `versus new comparison A B` chooses the right name.")
}

extension Diagnostic {
  package static func comparisonName(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .comparisonName,
      "the file name '\(name)' must be two slugs in byte order joined by '-vs-'", at: span)
  }
}
