/// A range of bytes that a client requests (RFC 9110, section 14).
enum ByteRange: Equatable {
  /// A half-open range within the file; never empty.
  case part(Range<Int>)
  case unsatisfiable

  /// Parses a header; nil if a server may ignore the header: other units, several ranges, or bad
  /// syntax.
  init?(_ header: String, of count: Int) {
    let parts = header.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].lowercased() == "bytes" else { return nil }
    let bounds = parts[1].split(separator: "-", omittingEmptySubsequences: false)
    guard bounds.count == 2 else { return nil }
    switch (Self.number(bounds[0]), Self.number(bounds[1])) {
    case (let first?, let last?):
      guard first <= last else { return nil }
      self = first < count ? .part(first..<min(last, count - 1) + 1) : .unsatisfiable
    case (let first?, nil):
      guard bounds[1].isEmpty else { return nil }
      self = first < count ? .part(first..<count) : .unsatisfiable
    case (nil, let suffix?):
      guard bounds[0].isEmpty else { return nil }
      self = suffix > 0 && count > 0 ? .part(max(0, count - suffix)..<count) : .unsatisfiable
    case (nil, nil): return nil
    }
  }

  /// Parses a number of digits only; a number that is too large becomes the largest one.
  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text) ?? Int.max - 1
  }
}
