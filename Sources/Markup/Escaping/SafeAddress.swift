import System

/// Returns whether an address is safe to follow: http, https, or, where paths are allowed, mailto,
/// a path of the site or a fragment.
package func isSafeURL(_ text: String, allowsPath: Bool) -> Bool {
  guard hasOnlyAddressBytes(text) else { return false }
  // Bytes count: a slash and a variation selector are one `Character`, and browsers drop the
  // selector.
  let lower = Array(text.lowercased().utf8)
  if lower.starts(with: "https://".utf8) { return lower.count > 8 }
  if lower.starts(with: "http://".utf8) { return lower.count > 7 }
  guard allowsPath else { return false }
  if lower.starts(with: "mailto:".utf8) { return true }
  return (lower.starts(with: "/".utf8) && !lower.starts(with: "//".utf8))
    || lower.starts(with: "#".utf8)
}

/// Returns whether a text has no spaces, control characters and backslashes, which browsers drop or
/// read as slashes.
package func hasOnlyAddressBytes(_ text: String) -> Bool {
  text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }
}

/// Returns whether a text may have a link that no page shows, without parsing it.
///
/// Addresses of definitions and in angle brackets are not looked at: they need a parser anyway.
func mayHoldHiddenLink(_ bytes: [UInt8]) -> Bool {
  // Each byte is looked at once: many addresses may end at the same place.
  var (index, end, odd) = (0, 0, 0)
  while let bracket = bytes.firstIndex(of: UInt8(ascii: "]"), from: index) {
    index = bracket + 1
    guard index < bytes.count, bytes[index] == UInt8(ascii: "(") else { continue }
    let start = bytes[(index + 1)...].firstIndex { $0 > 0x20 } ?? bytes.count
    if end < start {
      end = bytes[start...].firstIndex { ") \t\r\n".utf8.contains($0) } ?? bytes.count
    }
    // A character reference or an escape may stand for a colon.
    if odd < start { odd = bytes[start...].firstIndex { ":&\\<".utf8.contains($0) } ?? bytes.count }
    let address = bytes[start..<max(start, end)]
    let known = ["https://", "http://", "mailto:"].contains { address.starts(with: $0.utf8) }
    if address.isEmpty || !known && odd < end { return true }
  }
  return false
}

/// Returns whether a link in a text may lead to an address: http, https, mailto, or an address
/// without a scheme.
func isSafeTarget(_ url: String) -> Bool {
  if isSafeURL(url, allowsPath: true) { return true }
  let head = url.utf8.prefix { !"/?#".utf8.contains($0) }
  return hasOnlyAddressBytes(url) && !url.isEmpty && !head.contains(UInt8(ascii: ":"))
}
