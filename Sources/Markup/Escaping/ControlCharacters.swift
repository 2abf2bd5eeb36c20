/// Finds characters that no page may contain: the control characters (C0, DEL and C1) except tab,
/// line feed, form feed and carriage return.
package enum ControlCharacters {
  /// Returns the first forbidden character in UTF-8 text, with its byte offset.
  package static func first(in bytes: some Collection<UInt8>) -> (
    offset: Int, scalar: Unicode.Scalar
  )? {
    guard needCloserLook(bytes) else { return nil }
    var isAfterC2 = false
    for (offset, byte) in bytes.enumerated() {
      // U+0080 to U+009F are encoded as C2 80 to C2 9F.
      if isAfterC2, byte < 0xa0 { return (offset - 1, Unicode.Scalar(byte)) }
      isAfterC2 = byte == 0xc2
      if byte < 0x20 || byte == 0x7f, !isWhitespace(byte) { return (offset, Unicode.Scalar(byte)) }
    }
    return nil
  }

  private static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0a || byte == 0x0c || byte == 0x0d
  }

  /// Returns false for most texts. The loop has no branches, so many bytes are examined at once.
  private static func needCloserLook(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.withContiguousStorageIfAvailable { bytes in
      var found: UInt8 = 0
      for index in bytes.indices {
        let byte = unsafe bytes[index]
        found |= (byte < 0x20 ? 1 : 0) & (byte &- 0x09 > 4 ? 1 : 0)
        found |= (byte == 0x0b ? 1 : 0) | (byte == 0x7f ? 1 : 0) | (byte == 0xc2 ? 1 : 0)
      }
      return found != 0
    } ?? true
  }
}
