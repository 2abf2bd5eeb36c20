/// The name of a file without its extension, which is also a part of the address.
///
/// Slugs match `[a-z0-9]+(-[a-z0-9]+)*`, do not contain `-vs-`, and are compared as bytes.
package struct Slug: Sendable, Hashable, Comparable {
  package let text: String

  /// The maximum length. Common file systems allow names of 255 bytes, which must hold two slugs,
  /// `-vs-` and some spare room.
  package static let maxLength = 120

  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isWellFormed = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) }
    }
    guard isWellFormed, text.utf8.count <= Self.maxLength, !SlugPair.isSeparated(text) else {
      return nil
    }
    self.text = text
  }

  package static func < (left: Slug, right: Slug) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
