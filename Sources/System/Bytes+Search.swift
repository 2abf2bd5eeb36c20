import Glibc

extension [UInt8] {
  /// The first place of a byte from an index on; the C library looks at many bytes at once.
  package func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    precondition(start >= 0, "an index is not negative")
    // The pointers are used while the bytes are there, and only within them.
    return unsafe withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// Whether all bytes are the same.
  package func equals(_ other: [UInt8]) -> Bool { count == other.count && isPrefix(of: other) }

  /// Whether the other begins with these bytes; compared by the C library, many at once.
  package func isPrefix(of other: [UInt8]) -> Bool {
    guard count <= other.count else { return false }
    // Both buffers have `count` bytes, and stay while they are compared.
    return unsafe withUnsafeBytes { left in
      unsafe other.withUnsafeBytes { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return true }
        return unsafe memcmp(left, right, count) == 0
      }
    }
  }
}
