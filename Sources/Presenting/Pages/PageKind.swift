/// The kinds of page. Each has a template of its own, named after the raw value.
package enum PageKind: String, CaseIterable, Sendable {
  case home, category, ranking, comparison, vendor, alternatives, comparisons, methodology
  case picker = "compare"
  case search, author
  case standalone = "page"
  case changes, corrections
  case moved, retired
  case notFound = "not-found"

  /// The template that renders pages of this kind.
  package var template: String { rawValue + ".html" }
}
