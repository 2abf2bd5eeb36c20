import Diagnosing

extension Diagnostic {
  /// A site larger than `maxPages` is refused, never cut.
  static func tooManyPages(_ count: Int, allowed: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "too-many-pages",
      "the site would have \(count) pages, more than the \(allowed) that 'maxPages' allows",
      at: span)
  }
}
