package import Hashing
package import System

/// A file of the site that is not a page.
package struct SiteFile: Sendable {
  package enum Contents: Sendable {
    /// Bytes that are made when needed.
    case made(@Sendable () -> [UInt8])
    /// A file of the content, which may be too large for memory.
    case copied(ReadableFile)
  }

  package let path: String
  package let contents: Contents
  private let source: @Sendable () -> Fingerprint

  /// - Parameter fingerprint: returns the fingerprint of the bytes' sources.
  package init(
    path: String, fingerprint: @escaping @Sendable () -> Fingerprint, contents: Contents
  ) {
    self.path = path
    self.contents = contents
    source = fingerprint
  }

  package init(path: String, bytes: [UInt8]) {
    self.init(
      path: path, fingerprint: { Fingerprint(of: bytes) }, contents: .made { bytes })
  }

  package var fingerprint: Fingerprint { source() }

  package func bytes() throws(FileFailure) -> [UInt8] {
    switch contents {
    case .made(let make): make()
    case .copied(let file): try file.bytes()
    }
  }
}
