import System

/// The name of a pair, `a-vs-b`, as editors' files, links and corrections use it.
package enum SlugPair {
  package static let separator = "-vs-"

  package static func name(_ left: String, _ right: String) -> String { left + separator + right }

  /// Returns the two slugs of a name; nil for a name in another form.
  package static func slugs(of name: String) -> (Slug, Slug)? {
    let slugs = name.split(on: separator).map { Slug($0) }
    guard slugs.count == 2, let left = slugs[0], let right = slugs[1] else { return nil }
    return (left, right)
  }

  /// Returns every way to divide a name in two. There may be several, because one slug may end in
  /// `-vs` and another begin with `vs-`. There is none when the name is too long for two slugs.
  ///
  /// - Parameter separator: the text between the two slugs.
  package static func divisions(
    of name: String, at separator: String = separator
  ) -> [(String, String)] {
    let (bytes, mark) = (Array(name.utf8), Array(separator.utf8))
    let longest = 2 * Slug.maxLength + mark.count
    guard !mark.isEmpty, bytes.count > mark.count, bytes.count <= longest else { return [] }
    return (1..<(bytes.count - mark.count + 1)).filter { bytes[$0...].starts(with: mark) }.map {
      (
        String(decoding: bytes[..<$0], as: UTF8.self),
        String(decoding: bytes[($0 + mark.count)...], as: UTF8.self)
      )
    }
  }

  /// Returns whether a slug contains the separator, which would make the names of pairs ambiguous.
  package static func isSeparated(_ text: String) -> Bool { text.range(of: separator) != nil }
}
