/// What Foundation offers at ten times the size of the program.
extension StringProtocol {
  /// The first place of a text in this one, or the last when asked from the end.
  func range(of part: String, fromEnd: Bool = false) -> Range<Index>? {
    let (bytes, wanted) = (utf8, Array(part.utf8))
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
    var found: Range<Index>?
    var index = bytes.startIndex
    for _ in 0...(bytes.count - wanted.count) {
      if bytes[index...].starts(with: wanted) {
        found = index..<bytes.index(index, offsetBy: wanted.count)
        if !fromEnd { return found }
      }
      index = bytes.index(after: index)
    }
    return found
  }
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
