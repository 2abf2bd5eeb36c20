/// How a browser uses an attribute, as far as a value from content could abuse it.
enum AttributeKind: Sendable, Hashable {
  /// Shown, compared or counted, but neither loaded nor executed.
  case text
  /// An address that a reader follows.
  case link
  /// An address that the browser loads by itself, which must not be on another host (S-18).
  case resource
  /// Code or CSS, where only numbers and the template's own words are safe.
  case code
  /// An attribute in which no value from content is safe.
  case refused

  /// - Parameters:
  ///   - attribute: the attribute's name in lower case.
  ///   - element: the element's name in lower case.
  ///   - rel: the value of the `<link>`'s `rel`, if it precedes this attribute.
  init(_ attribute: String, on element: String, rel: String) {
    self =
      if attribute.hasPrefix("on") || element == "base"
        || AttributeTable.refused.contains(attribute)
      {
        .refused
      } else if AttributeTable.loadingExtensions.contains(attribute) {
        .resource
      } else if AttributeTable.runningExtensions.contains(where: { attribute.hasPrefix($0) }) {
        .refused
      } else if attribute == "href" || attribute.hasSuffix(":href") {
        Self.href(on: element, rel: rel)
      } else if AttributeTable.links.contains(attribute) {
        .link
      } else if AttributeTable.resources.contains(attribute) {
        .resource
      } else if AttributeTable.code.contains(attribute)
        || AttributeTable.animations.contains(element)
          && AttributeTable.animated.contains(attribute)
      {
        .code
      } else {
        .text
      }
  }

  var isAddress: Bool { self == .link || self == .resource }

  /// Classifies an `href`. Elements not known to wait for a click are assumed to load the address.
  private static func href(on element: String, rel: String) -> AttributeKind {
    if AttributeTable.anchors.contains(element) { return .link }
    guard element == "link", !rel.isEmpty else { return .resource }
    let words = rel.split { " \t\n\r\u{c}".contains($0) }.map(String.init)
    return words.allSatisfy(AttributeTable.pointingRelations.contains) ? .link : .resource
  }
}
