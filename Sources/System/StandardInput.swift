import Glibc

/// What another program hands to this one.
package enum StandardInput {
  private static let pieceSize = 1 << 16

  /// All bytes up to the end of input, or the first of them.
  package static func bytes(atMost limit: Int) throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: pieceSize)
    while bytes.count < limit {
      // The system writes into the array at most as many bytes as it has room for.
      let count = unsafe piece.withUnsafeMutableBytes {
        unsafe read(STDIN_FILENO, $0.baseAddress, $0.count)
      }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFailure("cannot read", "standard input")
      }
      bytes += piece.prefix(count)
    }
    return Array(bytes.prefix(limit))
  }
}
