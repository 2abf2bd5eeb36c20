/// The kinds of page, each with a template of its own.
package enum PageKind: String, CaseIterable, Sendable {
  case home, category, comparison, vendor, methodology, compare, author, page, changes, corrections
  case moved, retired
  case notFound = "not-found"

  /// The template that renders pages of this kind.
  package var template: String { rawValue + ".html" }
}
