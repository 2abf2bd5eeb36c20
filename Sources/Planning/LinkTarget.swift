/// The target of an address that an author wrote.
package enum LinkTarget: Sendable, Hashable {
  /// An address of another site.
  case outside
  /// The page that contains the text.
  case samePage
  case page(Page)
  /// A file, by its path below the base path, without a leading slash.
  case file(String)
  /// A path, from `/` and without the base path, at which the site has nothing.
  case missing(path: String)
  /// A file from which no page is made.
  case missingSource(path: String)
}
