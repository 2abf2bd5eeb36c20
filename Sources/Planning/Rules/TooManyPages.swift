package import Diagnosing

extension Rule {
  package static let tooManyPages = Rule(
    "too-many-pages",
    summary: "A site has no more pages than `maxPages` allows.",
    cause: "N vendors make N(N−1)/2 comparisons, which grows faster than expected.",
    remedy: "Raise `maxPages` in `site.yaml`, or set `pairs: listed`.")
}

extension Diagnostic {
  static func tooManyPages(_ count: Int, allowed: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .tooManyPages,
      "the site would have \(count) pages, more than the \(allowed) that 'maxPages' allows",
      at: span)
  }
}
