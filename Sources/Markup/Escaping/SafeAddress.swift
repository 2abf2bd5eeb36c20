import System

/// Returns whether an address is safe to follow: http, https, or, where paths are allowed, mailto,
/// a path of the site or a fragment.
package func isSafeURL(_ text: String, allowsPath: Bool) -> Bool {
  let isPrintable = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7f }
  guard isPrintable, !text.contains("\\") else { return false }
  let lower = text.lowercased()
  if lower.hasPrefix("https://") { return lower.utf8.count > 8 }
  if lower.hasPrefix("http://") { return lower.utf8.count > 7 }
  guard allowsPath else { return false }
  if lower.hasPrefix("mailto:") { return true }
  return (lower.hasPrefix("/") && !lower.hasPrefix("//")) || lower.hasPrefix("#")
}

/// Returns whether a text may have a link that no page shows, without parsing it.
///
/// Addresses of definitions and in angle brackets are not looked at: they need a parser anyway.
func mayHoldHiddenLink(_ bytes: [UInt8]) -> Bool {
  var index = 0
  while let bracket = bytes.firstIndex(of: UInt8(ascii: "]"), from: index) {
    index = bracket + 1
    guard index < bytes.count, bytes[index] == UInt8(ascii: "(") else { continue }
    let address = bytes[(index + 1)...].drop { $0 <= 0x20 }.prefix { !") \t\r\n".utf8.contains($0) }
    let known = ["https://", "http://", "mailto:"].contains { address.starts(with: $0.utf8) }
    // A character reference or an escape may stand for a colon.
    if address.isEmpty || !known && address.contains(where: { ":&\\<".utf8.contains($0) }) {
      return true
    }
  }
  return false
}

/// Returns whether a link in a text may lead to an address: http, https, mailto, or an address
/// without a scheme.
func isSafeTarget(_ url: String) -> Bool {
  if isSafeURL(url, allowsPath: true) { return true }
  let isPrintable = url.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7f }
  let head = url.prefix { !"/?#".contains($0) }
  return isPrintable && !url.isEmpty && !head.contains(":") && !url.contains("\\")
}
