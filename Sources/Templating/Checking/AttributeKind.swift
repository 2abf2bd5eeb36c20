/// What a browser does with an attribute, as far as a value from content could misuse it.
enum AttributeKind: Sendable, Hashable {
  /// Shown, compared or counted, but neither loaded nor run.
  case text
  /// An address that a reader follows.
  case link
  /// An address that the browser loads by itself: no other host (S-18).
  case resource
  /// Code or CSS, in which nothing but a number and the template's own words are safe.
  case code
  /// Nothing from content is safe here.
  case refused

  /// - Parameters:
  ///   - attribute: in small letters.
  ///   - element: in small letters.
  ///   - rel: what a `<link>` says before this attribute.
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

  /// Every element but those that are known to wait for a click is taken to load its address.
  private static func href(on element: String, rel: String) -> AttributeKind {
    if AttributeTable.anchors.contains(element) { return .link }
    guard element == "link", !rel.isEmpty else { return .resource }
    let words = rel.split { " \t\n\r\u{c}".contains($0) }.map(String.init)
    return words.allSatisfy(AttributeTable.pointingRelations.contains) ? .link : .resource
  }
}
