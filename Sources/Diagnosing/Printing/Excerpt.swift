/// The source line of a span in three parts: before, in and after the span. Each part is shortened
/// to fit.
///
/// Only the bytes that are shown are examined, so the time is bounded for lines of any length.
package struct Excerpt {
  /// The maximum number of bytes shown before the span, of the span, and in total.
  private static let before = 60
  private static let marked = 60
  private static let total = 110

  package let before: String
  package let marked: String
  package let behind: String
  let isCutBefore: Bool
  let isCutBehind: Bool

  /// Returns nil when there is no text to show.
  package init?(_ span: SourceSpan) {
    let bytes = span.file.bytes
    let start = min(max(span.range.lowerBound, 0), bytes.count)
    let first = Self.lineStart(in: bytes, before: start)
    let last = Self.lineEnd(in: bytes, from: start, limit: Self.total - (start - first.offset))
    let cut = min(max(span.range.upperBound, start), last.offset, start + Self.marked)
    let end = Self.boundary(in: bytes, at: max(start, cut))
    guard last.offset > first.offset else { return nil }
    before = Self.text(bytes, first.offset..<start)
    marked = Self.text(bytes, start..<min(end, last.offset))
    behind = Self.text(bytes, min(end, last.offset)..<last.offset)
    isCutBefore = first.isCut
    isCutBehind = last.isCut
  }

  private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private static func lineStart(
    in bytes: [UInt8], before start: Int
  ) -> (offset: Int, isCut: Bool) {
    var offset = start
    while offset > 0, bytes[offset - 1] != UInt8(ascii: "\n"), start - offset < Self.before {
      offset -= 1
    }
    let isCut = offset > 0 && bytes[offset - 1] != UInt8(ascii: "\n")
    // The byte-order mark is not part of the text that an author sees.
    if offset == 0, start >= 3, bytes.starts(with: [0xef, 0xbb, 0xbf]) { offset = 3 }
    return (min(boundary(in: bytes, at: offset), start), isCut)
  }

  private static func lineEnd(
    in bytes: [UInt8], from start: Int, limit: Int
  ) -> (offset: Int, isCut: Bool) {
    var offset = start
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n"), offset - start < limit {
      offset += 1
    }
    let isCut = offset < bytes.count && bytes[offset] != UInt8(ascii: "\n")
    if isCut { return (boundary(in: bytes, at: offset), true) }
    if offset > start, bytes[offset - 1] == UInt8(ascii: "\r") { offset -= 1 }
    return (offset, false)
  }

  /// Returns the first offset at or after `offset` that begins a character; for invalid UTF-8, an
  /// offset nearby.
  private static func boundary(in bytes: [UInt8], at offset: Int) -> Int {
    let end = min(offset + 3, bytes.count)
    return (offset..<max(offset, end)).first { bytes[$0] & 0xc0 != 0x80 } ?? end
  }
}
