package import Content

/// The address of a comparison: the text around its two slugs, and which slug comes first.
///
/// Everything that writes or reads such an address uses this type: links, canonical addresses,
/// sitemaps, file names, templates, the preview, and the pattern that browsers fill in.
package struct ComparisonAddress: Sendable {
  package let before: String
  package let between: String
  package let after: String
  /// Whether the slug of the right vendor comes first.
  package let isRightFirst: Bool

  /// Splits a pattern. A valid pattern has two placeholders with text between them.
  package init(_ pattern: PathPattern) {
    isRightFirst = pattern.placeholders.first == "right"
    let marks = pattern.path(["left": "\0", "right": "\0"])
    let texts = marks.split(separator: "\0", omittingEmptySubsequences: false).map(String.init)
    (before, between, after) =
      texts.count == 3 ? (texts[0], texts[1], texts[2]) : (marks, "\0", "")
  }

  /// What the name of a page's file has behind its address: an address that is no folder leaves out
  /// the `.html`, which hosts add.
  package var fileEnding: String {
    if after.hasSuffix("/") { return "index.html" }
    return after.hasSuffix(".html") ? "" : ".html"
  }

  /// Returns the path of a pair within the site, from `/`.
  package func path(_ left: String, _ right: String) -> String {
    parts(left, right, literal: { $0 }).joined()
  }

  /// Returns the parts of a path in order: literal text and the two slugs, each in the caller's
  /// form.
  package func parts<Part>(
    _ left: Part, _ right: Part, literal: (String) -> Part
  ) -> [Part] {
    let (first, second) = isRightFirst ? (right, left) : (left, right)
    return [literal(before), first, literal(between), second, literal(after)]
  }

  /// Returns every way to read two slugs from a path, each in the order of the path.
  package func slugs(in path: String) -> [(String, String)] {
    let length = path.utf8.count - before.utf8.count - after.utf8.count
    guard length > 0, path.hasPrefix(before), path.hasSuffix(after) else { return [] }
    let slugs = path.utf8.dropFirst(before.utf8.count).prefix(length)
    return SlugPair.divisions(of: String(decoding: slugs, as: UTF8.self), at: between)
  }

  /// The ways in which the text between the slugs may overlap itself, such as `-vs` and `vs-` for
  /// `-vs-`. If a first slug has such an ending and a second slug has such a beginning, the pair
  /// may share its address with another pair.
  var overlaps: [(ending: String, beginning: String)] {
    (1..<max(1, between.count)).filter { between.hasPrefix(between.dropFirst($0)) }.map {
      (String(between.prefix($0)), String(between.suffix($0)))
    }
  }
}
