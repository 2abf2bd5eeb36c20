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

/// Returns whether a link in a text may lead to an address: http, https, mailto, or an address
/// without a scheme.
func isSafeTarget(_ url: String) -> Bool {
  if isSafeURL(url, allowsPath: true) { return true }
  let isPrintable = url.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7f }
  let head = url.prefix { !"/?#".contains($0) }
  return isPrintable && !url.isEmpty && !head.contains(":") && !url.contains("\\")
}
