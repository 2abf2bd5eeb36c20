/// What Foundation offers at ten times the size of the program.
extension StringProtocol {
  /// The first place of a text in this one, or the last when asked from the end.
  func range(of part: String, fromEnd: Bool = false) -> Range<Index>? {
    let wanted = Array(part.utf8)
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      unsafe position(of: wanted, in: bytes.span, fromEnd)
    }
    guard let offset = found ?? position(of: wanted, in: Array(utf8).span, fromEnd) else {
      return nil
    }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: wanted.count)
  }
}

private func position(of wanted: [UInt8], in bytes: Span<UInt8>, _ fromEnd: Bool) -> Int? {
  guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
  let last = bytes.count - wanted.count
  func isAt(_ offset: Int) -> Bool {
    bytes[offset] == first && wanted.indices.allSatisfy { bytes[offset + $0] == wanted[$0] }
  }
  var offset = fromEnd ? last : 0
  while (0...last).contains(offset) {
    if isAt(offset) { return offset }
    offset += fromEnd ? -1 : 1
  }
  return nil
}

extension String {
  /// The parts between the places of a separator.
  func split(on separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.range(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }

  func replacingAll(_ part: String, with other: String) -> String {
    split(on: part).joined(separator: other)
  }
}
