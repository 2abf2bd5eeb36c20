import Planning

/// What the files for nginx, Caddy and Apache share: regular expressions of addresses.
extension HostFileText {
  /// A slug, as a group. It cannot match the end of a line, so no header can be added.
  static let slug = "([a-z0-9-]+)"

  /// Returns the regular expression of a text. The rules have no other special characters.
  static func literal(_ text: some StringProtocol) -> String {
    text.map { $0 == "." ? #"\."# : String($0) }.joined()
  }

  /// Returns the regular expression of a rule's addresses.
  static func pattern(_ address: [HostRule.Part]) -> String {
    address.map {
      if case .text(let text) = $0 { literal(text) } else { slug }
    }.joined()
  }

  /// Returns the regular expression of all comparisons, from the base path.
  func comparisonPattern(slug: (Int) -> String) -> String {
    let address = plan.comparisonAddress
    return Self.literal(base.dropLast() + address.before) + slug(1) + Self.literal(address.between)
      + slug(2) + Self.literal(address.after)
  }

  /// Returns the address of the comparison with the vendors exchanged, from the base path.
  func reversed(first: String, second: String) -> String {
    let address = plan.comparisonAddress
    return base.dropLast() + address.before + second + address.between + first + address.after
  }
}
