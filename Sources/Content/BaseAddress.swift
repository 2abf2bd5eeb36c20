/// The address that a site is published at, split into origin and path.
package struct BaseAddress: Sendable, Hashable {
  /// Scheme and host without a final slash: `https://example.org`.
  package let origin: String
  /// The path, with a slash at both ends: `/` or `/compare/`.
  package let path: String

  package var isSecure: Bool { origin.hasPrefix("https:") }

  /// The name of the host, and the port if there is one.
  package var host: Substring { origin.drop { $0 != "/" }.drop { $0 == "/" } }

  /// Returns nil unless the text is an absolute http or https address without user, query or
  /// fragment.
  package init?(_ text: String) {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(host.count)
    let allowed = rest.utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x7f && !#""'<>\^`{|}?#"#.utf8.contains(byte)
    }
    guard Self.isHost(host), allowed, !path.split(separator: "/").contains("..") else { return nil }
    origin = scheme + host
    let full = path.isEmpty ? "/" : String(path)
    self.path = full.hasSuffix("/") ? full : full + "/"
  }

  /// Returns whether the text is a name, an IPv4 address or an IPv6 address in brackets, optionally
  /// followed by a colon and a port from 1 to 65535.
  private static func isHost(_ text: Substring) -> Bool {
    let isIPv6 = text.hasPrefix("[")
    guard let end = isIPv6 ? text.firstIndex(of: "]").map(text.index(after:)) : text.endIndex
    else { return false }
    let colon = isIPv6 ? end : text.firstIndex(of: ":") ?? end
    let (name, port) = (text[..<colon], text[colon...])
    if !port.isEmpty {
      let digits = port.dropFirst().utf8
      guard port.hasPrefix(":"), digits.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(String(port.dropFirst())), (1...65535).contains(number)
      else { return false }
    }
    let others = isIPv6 ? "[]:." : "-._"
    return !name.isEmpty
      && name.utf8.allSatisfy { byte in
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a) || (0x30...0x39).contains(byte)
          || others.utf8.contains(byte)
      }
  }
}
