import Glibc

/// What Foundation offers at ten times the size of the program.
extension StringProtocol {
  /// The first place of a text in this one, or the last when asked from the end.
  package func range(of part: String, fromEnd: Bool = false) -> Range<Index>? {
    let wanted = Array(part.utf8)
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
  func isAt(_ offset: Int) -> Bool {
    wanted.indices.allSatisfy { unsafe bytes[offset + $0] == wanted[$0] }
  }
  if fromEnd { return (0...last).last(where: isAt) }
  guard let text = bytes.baseAddress else { return nil }
  var offset = 0
  // The C library looks at many bytes at once, from within the buffer to its end.
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
  /// The parts between the places of a separator.
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
