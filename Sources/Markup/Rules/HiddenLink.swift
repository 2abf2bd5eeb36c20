package import Diagnosing

extension Rule {
  package static let hiddenLink = Rule(
    "hidden-link", severity: .warning,
    summary: "Every link in Markdown leads somewhere.",
    cause: "The link has no address, or one that may do something other than lead to a page.",
    remedy: "Link to an address of http, https or mailto, or to a path of the site.")
}

extension Diagnostic {
  /// Reports a link of which pages show only the text.
  package static func hiddenLink(to url: String, at span: SourceSpan) -> Diagnostic {
    let allowed = "an address of http, https or mailto, or a path of the site"
    return Diagnostic(
      .hiddenLink,
      url.isEmpty
        ? "this link has no address, so only its text is shown; write \(allowed)"
        : "the link to '\(url)' is not shown, only its text; write \(allowed)", at: span)
  }
}
