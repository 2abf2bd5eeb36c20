package import Compressing

/// A site whose files can be requested one by one.
package protocol ServedSite: Sendable {
  /// Finds the resource at a path.
  ///
  /// - Parameter path: the decoded and checked path; starts with `/` and includes the base path.
  func find(_ path: String) -> Resource

  /// Returns a compressed copy of the file at a path; nil where there is none.
  ///
  /// - Parameter bytes: the file itself.
  func copy(of path: String, _ bytes: [UInt8], in coding: ContentCoding) -> [UInt8]?

  /// Returns the headers that the host adds to the response for a path.
  func headers(for path: String) -> [(name: String, value: String)]
}

extension ServedSite {
  package func headers(for path: String) -> [(name: String, value: String)] { [] }

  package func copy(of path: String, _ bytes: [UInt8], in coding: ContentCoding) -> [UInt8]? {
    nil
  }
}

/// The resource at a path.
package enum Resource: Sendable {
  /// An HTML page of the site.
  case page([UInt8])
  case file([UInt8], type: String)
  /// A redirect to another address, relative to the server's root or absolute.
  case redirect(to: String, status: Int)
  /// No resource, with the site's own 404 page if it has one.
  case missing(page: [UInt8]?)
}
