/// A site whose files can be asked for one by one.
package protocol ServedSite: Sendable {
  /// - Parameter path: decoded and checked, from `/`, the base path included.
  func find(_ path: String) -> Finding

  /// What the host adds to the response for a path.
  func headers(for path: String) -> [(name: String, value: String)]
}

extension ServedSite {
  package func headers(for path: String) -> [(name: String, value: String)] { [] }
}

/// What stands at a path.
package enum Finding: Sendable {
  /// An HTML page of the site.
  case page([UInt8])
  case file([UInt8], type: String)
  /// Another address, relative to the server's root or absolute.
  case redirect(to: String, status: Int)
  /// Nothing; with the site's own page for that, if it has one.
  case missing(page: [UInt8]?)
}
