import Glibc

extension [UInt8] {
  /// Returns the index of the first occurrence of a byte at or after `start`. The C library
  /// compares many bytes at once.
  package func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    precondition(start >= 0, "an index is not negative")
    // Both pointers are used only inside this closure and only within the buffer.
    return unsafe withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// Returns whether both arrays have equal bytes.
  package func equals(_ other: [UInt8]) -> Bool { count == other.count && isPrefix(of: other) }

  /// Returns whether `other` begins with these bytes. The C library compares many bytes at once.
  package func isPrefix(of other: [UInt8]) -> Bool {
    guard count <= other.count else { return false }
    // Both buffers hold at least `count` bytes and outlive the call, which only reads.
    return unsafe withUnsafeBytes { left in
      unsafe other.withUnsafeBytes { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return true }
        return unsafe memcmp(left, right, count) == 0
      }
    }
  }
}
