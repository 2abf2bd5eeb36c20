/// An address as an author wrote it, split into its parts.
package struct WrittenAddress: Sendable, Hashable {
  /// The part before the query and the fragment, as written.
  package let path: String
  /// The query with its question mark; empty when there is none.
  package let query: String
  /// The fragment with its number sign; empty when there is none.
  package let fragment: String
  /// Whether the address names a scheme or a host and so leads away from the site.
  package let isOutside: Bool

  package init(_ text: String) {
    // Bytes count: a mark and a combining character behind it are one `Character`.
    let beforeFragment = text.utf8.prefix { $0 != UInt8(ascii: "#") }
    fragment = String(text[beforeFragment.endIndex...])
    let path = beforeFragment.prefix { $0 != UInt8(ascii: "?") }
    query = String(text[path.endIndex..<beforeFragment.endIndex])
    self.path = String(text[..<path.endIndex])
    isOutside =
      path.starts(with: "//".utf8)
      || path.prefix { $0 != UInt8(ascii: "/") }.contains(UInt8(ascii: ":"))
  }

  /// The path with its percent escapes decoded; nil when they do not decode to text.
  package var decodedPath: String? { Self.decoded(path) }

  /// The id that the fragment names; nil when there is none.
  package var anchor: String? {
    fragment.utf8.count > 1 ? Self.decoded(String(fragment.dropFirst())) : nil
  }

  /// Resolves a relative path from a file or a page; returns nil when the path leads out of the
  /// root.
  package static func path(_ path: String, countedFrom file: String) -> String? {
    var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .filter { !$0.isEmpty }
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/") + (path.hasSuffix("/") && !parts.isEmpty ? "/" : "")
  }

  private static func decoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
