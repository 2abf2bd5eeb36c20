package import Content

/// The address of a comparison: the text around its two slugs, and which slug comes first.
///
/// Everything that writes or reads such an address asks this type: links, canonical addresses,
/// sitemaps, file names, templates, the preview, and the pattern that browsers fill in.
package struct ComparisonAddress: Sendable {
  package let before: String
  package let between: String
  package let after: String
  /// The right vendor's slug comes first.
  package let isRightFirst: Bool

  /// Content is valid, so the pattern has two gaps with text between them.
  package init(_ pattern: PathPattern) {
    isRightFirst = pattern.placeholders.first == "right"
    let marks = pattern.path(["left": "\0", "right": "\0"])
    let texts = marks.split(separator: "\0", omittingEmptySubsequences: false).map(String.init)
    (before, between, after) =
      texts.count == 3 ? (texts[0], texts[1], texts[2]) : (marks, "\0", "")
  }

  /// The path of a pair within the site, from `/`.
  package func path(_ left: String, _ right: String) -> String {
    parts(left, right, literal: { $0 }).joined()
  }

  /// The parts of a path in order: literal texts and the two slugs, each in the caller's form.
  package func parts<Part>(
    _ left: Part, _ right: Part, literal: (String) -> Part
  ) -> [Part] {
    let (first, second) = isRightFirst ? (right, left) : (left, right)
    return [literal(before), first, literal(between), second, literal(after)]
  }

  /// What may stand in the gaps. A slug may begin with `vs-` or end in `-vs`, so there can be more
  /// than one way to divide a path; a slug is short, so there are few.
  package func slugs(in path: String) -> [(String, String)] {
    guard path.utf8.count <= 4096, path.hasPrefix(before), path.hasSuffix(after) else { return [] }
    let inner = Array(path.utf8.dropFirst(before.utf8.count).dropLast(after.utf8.count))
    let mark = Array(between.utf8)
    guard !mark.isEmpty, inner.count > mark.count else { return [] }
    return (1..<(inner.count - mark.count + 1)).filter {
      inner[$0...].starts(with: mark)
    }.map {
      (
        String(decoding: inner[..<$0], as: UTF8.self),
        String(decoding: inner[($0 + mark.count)...], as: UTF8.self)
      )
    }
  }

  /// How the text between may overlap itself, `-vs` and `vs-` for `-vs-`: a first slug that ends in
  /// the one may have the address of a second slug that begins with the other.
  var overlaps: [(ending: String, beginning: String)] {
    (1..<max(1, between.count)).filter { between.hasPrefix(between.dropFirst($0)) }.map {
      (String(between.prefix($0)), String(between.suffix($0)))
    }
  }
}
