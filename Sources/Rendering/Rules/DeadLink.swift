package import Diagnosing

extension Rule {
  package static let deadLink = Rule(
    "dead-link",
    summary: "A link to an address of the site leads to a page or a file that is there.",
    cause: "The address is misspelt, or the page was moved, renamed or never written.",
    remedy: "Correct the address as the message proposes, or add an `alias` to the page that moved."
  )
}

extension Diagnostic {
  /// - Parameter suggestion: an existing address with a similar spelling.
  static func deadLink(
    _ address: String, at span: SourceSpan, suggestion: String?
  ) -> Diagnostic {
    Diagnostic(
      .deadLink, "'\(address)' leads to no page and no file of the site", at: span,
      suggestion: suggestion)
  }

  /// Reports a literal address in a template that is outside the site's base path.
  static func deadLink(
    _ address: String, outside base: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .deadLink, "'\(address)' leads out of the site, which stands below '\(path: base)'", at: span,
      suggestion: base + address.dropFirst())
  }
}
