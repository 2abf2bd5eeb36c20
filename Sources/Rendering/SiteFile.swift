package import Hashing

/// A file of the site that is not a page. Its bytes are made on request.
package struct SiteFile: Sendable {
  package let path: String
  private let source: @Sendable () -> Fingerprint
  private let make: @Sendable () -> [UInt8]

  /// - Parameter fingerprint: changes whenever the bytes do.
  init(
    path: String, fingerprint: @escaping @Sendable () -> Fingerprint,
    bytes: @escaping @Sendable () -> [UInt8]
  ) {
    self.path = path
    source = fingerprint
    make = bytes
  }

  init(path: String, bytes: [UInt8]) {
    self.init(path: path, fingerprint: { Fingerprint(of: bytes) }, bytes: { bytes })
  }

  package var fingerprint: Fingerprint { source() }
  package var bytes: [UInt8] { make() }
}
