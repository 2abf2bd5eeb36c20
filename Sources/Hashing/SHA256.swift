import CNettle
import System

/// SHA-256 as `sha256sum` prints it, for hashes that readers may check.
///
/// No other file imports nettle.
package struct SHA256 {
  private var context = sha256_ctx()

  // nettle fills the context, which belongs to this value.
  package init() { unsafe nettle_sha256_init(&context) }

  package mutating func update(_ bytes: [UInt8]) {
    // The pointer is valid during the call, which only reads.
    unsafe bytes.withUnsafeBufferPointer {
      unsafe nettle_sha256_update(&context, $0.count, $0.baseAddress)
    }
  }

  /// Returns the digest as 64 hexadecimal digits.
  package consuming func digest() -> String {
    var bytes = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    // The buffer has exactly the size of a digest, which nettle writes.
    unsafe bytes.withUnsafeMutableBufferPointer {
      unsafe nettle_sha256_digest(&context, $0.count, $0.baseAddress)
    }
    return bytes.map { $0.hexadecimal(digits: 2) }.joined()
  }

  package static func digest(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest()
  }
}
