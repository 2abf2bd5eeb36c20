import Glibc

/// String functions that Foundation has too. Linking Foundation would make the program ten times as
/// large.
extension StringProtocol {
  /// Returns the first occurrence of a text, or the last one when searching from the end.
  package func range(of part: String, fromEnd: Bool = false) -> Range<Index>? {
    let wanted = Array(part.utf8)
    // `position` uses the buffers only while these calls lend them.
    let found = utf8.withContiguousStorageIfAvailable {
      unsafe position(of: wanted, in: $0, fromEnd)
    }
    let offset =
      unsafe found
      ?? Array(utf8).withUnsafeBufferPointer {
        unsafe position(of: wanted, in: $0, fromEnd)
      }
    guard let offset else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: wanted.count)
  }
}

private func position(
  of wanted: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ fromEnd: Bool
) -> Int? {
  guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
  let last = bytes.count - wanted.count
  // Callers pass offsets up to `last`, so `wanted` ends within the buffer.
  func isAt(_ offset: Int) -> Bool {
    wanted.indices.allSatisfy { unsafe bytes[offset + $0] == wanted[$0] }
  }
  if fromEnd { return (0...last).last(where: isAt) }
  guard let text = bytes.baseAddress else { return nil }
  var offset = 0
  // `memchr` stays within the buffer: it starts at `offset` and examines no byte after `last`.
  while offset <= last,
    let found = unsafe memchr(text + offset, Int32(first), last + 1 - offset)
  {
    offset = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(text)
    if isAt(offset) { return offset }
    offset += 1
  }
  return nil
}

extension String {
  /// Splits the string at each occurrence of a separator.
  package func split(on separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.range(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }

  package func replacingAll(_ part: String, with other: String) -> String {
    range(of: part) == nil ? self : split(on: part).joined(separator: other)
  }
}

extension StringProtocol {
  /// The parts of a path between slashes, with empty ones. Bytes count, as in a file system: a
  /// slash and a combining mark behind it are one `Character`.
  package var pathParts: [SubSequence] {
    utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { self[$0.startIndex..<$0.endIndex] }
  }

  /// Whether an untrusted text is a path that stays below a folder: components separated by
  /// slashes, none of them empty, `.` or `..`.
  package var isRelativePath: Bool {
    !utf8.contains(0) && pathParts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }
}
