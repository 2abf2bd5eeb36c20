package import Diagnosing

extension Rule {
  package static let deadAnchor = Rule(
    "dead-anchor",
    summary: "A link to a place on a page names an id that the page has.",
    cause: "The heading that the link leads to was reworded, or the id is misspelt.",
    remedy: "Use an id of the page; a heading's id is its text in lower case with hyphens, as on "
      + "GitHub.")
}

extension Diagnostic {
  /// - Parameters:
  ///   - page: the path of the page that lacks the id; nil for any page made from a template.
  ///   - ids: the ids of the page.
  static func deadAnchor(
    _ id: String, on page: String?, among ids: Set<String>, at span: SourceSpan
  ) -> Diagnostic {
    let place = page.map { "the page '\($0)'" } ?? "no page"
    return Diagnostic(
      .deadAnchor,
      page == nil ? "\(place) has the id '\(id)'" : "\(place) has no id '\(id)'", at: span,
      unknown: UnknownWord(id, among: ids, after: "#"))
  }
}
