/// What an address that an author wrote leads to.
package enum LinkTarget: Sendable, Hashable {
  /// Another site.
  case outside
  /// The page on which the text stands.
  case samePage
  case page(Page)
  /// A file at a path below the base path, without a slash in front.
  case file(String)
  /// Nothing that the site has, at a path from `/`, before the base path.
  case missing(path: String)
  /// No file that a page is made from.
  case missingSource(path: String)
}
