/// How much of an address in an attribute is settled: whether a value may still choose its host.
enum AddressState: Sendable, Hashable {
  /// Only literal text so far, which settles nothing yet.
  case literal([UInt8])
  /// The values so far were checked together, but the text after them could still change their
  /// meaning.
  case judged
  /// The values checked so far end in a slash, so a second slash would begin a host.
  case judgedSlash
  /// Scheme and host are settled; path, query and fragment may follow.
  case decided
  /// No value may follow, for the given reason.
  case refused(String)

  static let start = AddressState.literal([])

  /// Returns a state that is safe whichever of two states an address is in.
  func merged(with other: AddressState) -> AddressState {
    switch (self, other) {
    case _ where self == other: self
    case (.refused, _), (_, .decided): self
    case (_, .refused), (.decided, _): other
    default: .judged
    }
  }

  /// Returns the state after one more literal byte, or nil if that byte must not follow.
  func passing(_ byte: UInt8, isResource: Bool) -> AddressState? {
    switch self {
    case .decided, .refused: return self
    case .literal(let bytes): return Self.classified(bytes + [byte], isResource: isResource)
    case .judged:
      if byte == UInt8(ascii: "/") { return isResource ? .judgedSlash : .decided }
      return Self.settles(byte) ? .decided : nil
    case .judgedSlash:
      return Self.isSlash(byte) || byte == UInt8(ascii: "&") ? nil : .decided
    }
  }

  /// Reports whether a byte settles the scheme, by ending it or by not being allowed in one. An
  /// ampersand does not, because it may begin a character reference.
  static func settles(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0...0x20: false
    default: !"+-.:/\\&".utf8.contains(byte)
    }
  }

  static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  /// Returns the state after literal text. Like a browser, ignores white space before an address
  /// and line ends in it.
  private static func classified(_ literal: [UInt8], isResource: Bool) -> AddressState {
    let bytes = trimmed(literal)
    guard let end = bytes.firstIndex(where: { "/\\?#:&".utf8.contains($0) }) else {
      return .literal(literal)
    }
    switch bytes[end] {
    case UInt8(ascii: "&"): return .refused("in an address behind a character reference")
    case UInt8(ascii: ":"):
      let scheme = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
      let known = isResource ? ["http", "https"] : ["http", "https", "mailto"]
      guard known.contains(scheme) else {
        return .refused("in an address behind the scheme '\(scheme):'")
      }
      return !isResource || hasHost(bytes[(end + 1)...]) ? .decided : .literal(literal)
    case UInt8(ascii: "/") where end == 0, UInt8(ascii: "\\") where end == 0:
      guard bytes.count > 1 else { return .literal(literal) }
      let isDecided = !isSlash(bytes[1]) || !isResource || hasHost(bytes[...])
      return isDecided ? .decided : .literal(literal)
    default: return .decided
    }
  }

  /// Reports whether literal text has begun a host that a value would complete.
  static func opensHost(_ literal: [UInt8]) -> Bool {
    let bytes = trimmed(literal)
    return bytes.contains(UInt8(ascii: ":")) || bytes.count > 1 && bytes.contains(where: isSlash)
  }

  /// Reports whether literal text contains a complete host.
  private static func hasHost(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.drop(while: isSlash).contains {
      isSlash($0) || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
    }
  }

  static func trimmed(_ literal: [UInt8]) -> [UInt8] { literal.filter { $0 > 0x20 } }
}
