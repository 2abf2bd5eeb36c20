/// A site whose files can be requested one by one.
package protocol ServedSite: Sendable {
  /// - Parameter path: decoded and checked; starts with `/` and includes the base path.
  func find(_ path: String) -> Resource

  /// The headers that the host adds to the response for a path.
  func headers(for path: String) -> [(name: String, value: String)]
}

extension ServedSite {
  package func headers(for path: String) -> [(name: String, value: String)] { [] }
}

/// What is at a path.
package enum Resource: Sendable {
  /// An HTML page of the site.
  case page([UInt8])
  case file([UInt8], type: String)
  /// Another address, relative to the server's root or absolute.
  case redirect(to: String, status: Int)
  /// Nothing, with the site's own 404 page if it has one.
  case missing(page: [UInt8]?)
}
