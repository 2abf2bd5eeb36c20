/// The ids that pages with an author's text need for themselves: the built-in theme's vendor,
/// comparison and standalone pages. A heading never gets one of these ids.
///
/// A test compares the list with the templates.
package enum ReservedIDs {
  package static func contains(_ id: String) -> Bool { names.contains(id) || isKind(id) }

  /// Returns whether an id has one of the prefixes that pages combine with the name of a thing.
  package static func isKind(_ id: String) -> Bool {
    if prefixes.contains(where: { id.hasPrefix($0) }) { return true }
    // Questions are numbered.
    return id.hasPrefix("q-") && id.dropFirst(2).allSatisfy(\.isNumber)
  }

  private static let names: Set<String> = [
    "about-author", "alternatives", "another", "answer", "assessment", "badge", "badge-html",
    "badge-markdown", "best-for", "caution-for", "choose-if", "comparisons", "complements",
    "criteria", "differing", "history", "keys", "main", "nav", "newsletter", "newsletter-email",
    "panel", "prices", "prompts", "pros-cons", "questions", "related", "risks", "scenarios",
    "sources", "stack", "steps", "suits", "use-cases",
  ]

  /// The prefixes of the ids of charts, frameworks, their pictures, footnotes, groups, dot plots,
  /// prompts and rows.
  private static let prefixes = [
    "chart-", "f-", "fd-", "fn-", "fnref-", "ft-", "g-", "pd-", "prompt-", "pt-", "r-",
  ]
}
