import Content
package import Diagnosing

extension Rule {
  package static let comparisonName = Rule(
    "comparison-name",
    summary: "A comparison file is named after its pair.",
    cause: "The name is not that of two vendors in the order of the alphabet, joined by `-vs-`.",
    remedy: "Rename the file; `versus new comparison A B` chooses the right name.")
}

extension Diagnostic {
  package static func comparisonName(_ name: String, at span: SourceSpan) -> Diagnostic {
    if let slugs = SlugPair.slugs(of: name), slugs.1 < slugs.0 {
      let meant = SlugPair.name(slugs.1.text, slugs.0.text)
      return Diagnostic(
        .comparisonName,
        "the file name '\(name)' must have the vendors in the order of the alphabet: '\(meant)'",
        at: span)
    }
    return Diagnostic(
      .comparisonName,
      "the file name '\(name)' must be two different vendors joined by '-vs-', such as 'a-vs-b'",
      at: span)
  }
}
