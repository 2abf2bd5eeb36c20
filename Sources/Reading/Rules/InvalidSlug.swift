package import Diagnosing

extension Diagnostic {
  /// File names are parts of addresses.
  package static func invalidSlug(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "invalid-slug",
      "the file name '\(name)' must be lower-case letters and digits in parts joined by '-', "
        + "without '-vs-'", at: span
    )
  }
}
