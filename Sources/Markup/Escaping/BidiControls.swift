import Diagnosing

/// Finds characters that change the direction of text: marks, embeddings, overrides and isolates.
package enum BidiControls {
  /// Returns the first directional character in UTF-8 text, with its byte offset.
  package static func first(in bytes: some Collection<UInt8>) -> (
    offset: Int, scalar: Unicode.Scalar
  )? {
    guard bytes.contains(where: { $0 == 0xe2 || $0 == 0xd8 }) else { return nil }
    var offset = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x061c, 0x200e...0x200f, 0x202a...0x202e, 0x2066...0x2069: return (offset, scalar)
      default: offset += UTF8.width(scalar)
      }
    }
    return nil
  }

  /// Returns the place of the character in a value, or the head of the value if the character is
  /// escaped.
  static func place(of scalar: Unicode.Scalar, in span: SourceSpan) -> SourceSpan {
    guard let (offset, _) = first(in: span.bytes) else { return span.head }
    let start = span.range.lowerBound + offset
    return SourceSpan(file: span.file, range: start..<start + UTF8.width(scalar))
  }
}
