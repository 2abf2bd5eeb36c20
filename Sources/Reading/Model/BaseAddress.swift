/// The address that a site is published at, in two parts.
package struct BaseAddress: Sendable, Hashable {
  /// Scheme and host, without a slash at the end: `https://example.org`.
  package let origin: String
  /// The path, with a slash at both ends: `/` or `/compare/`.
  package let path: String

  /// Nil unless the text is an absolute http or https address without query and fragment.
  package init?(_ text: String) {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(host.count)
    let allowed = rest.utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x7f && !#""'<>\^`{|}?#"#.utf8.contains(byte)
    }
    guard !host.isEmpty, allowed, !path.split(separator: "/").contains("..") else { return nil }
    origin = scheme + host
    let full = path.isEmpty ? "/" : String(path)
    self.path = full.hasSuffix("/") ? full : full + "/"
  }
}
