/// The path of a request, decoded once and checked so that it cannot leave the site (Y-02, Y-05).
struct RequestPath {
  /// The decoded path, which starts with `/` and has no hidden part.
  let text: String

  enum Refusal: Error {
    /// Not a valid path: it has a bad escape, a control character or a `..` part.
    case malformed
    /// A part begins with a dot.
    case hidden
  }

  init(_ target: String) throws(Refusal) {
    guard target.utf8.first == UInt8(ascii: "/") else { throw .malformed }
    var parts: [String] = []
    for part in target.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let bytes = try Self.decoded(part)
      // A file system would read an escaped slash or NUL as a different path.
      guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "/") }),
        let text = String(validating: bytes, as: UTF8.self), text != ".", text != ".."
      else { throw .malformed }
      parts.append(text)
    }
    if parts.contains(where: { Self.isHidden($0) }) { throw .hidden }
    text = parts.joined(separator: "/")
  }

  /// Reports whether a name is hidden, and thus not served; `.well-known` is public (RFC 8615).
  ///
  /// Only the first byte counts, as in a file system: a dot followed by a combining mark is not a
  /// `Character` of its own.
  static func isHidden(_ part: some StringProtocol) -> Bool {
    part.utf8.first == UInt8(ascii: ".") && part != ".well-known"
  }

  private static func decoded(_ part: Substring.UTF8View.SubSequence) throws(Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = part[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { throw .malformed }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
