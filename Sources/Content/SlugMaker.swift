import System

/// Makes slugs from names: lower-case ASCII letters and digits, with a hyphen for everything
/// between them.
package final class SlugMaker {
  /// The reason why a name has no slug.
  package enum Refusal: Error {
    /// The name has no letters or digits that ASCII can express, or too many.
    case length
    /// The slug would contain `-vs-`, which separates the two vendors of a pair.
    case pair
    /// Only one letter would be left, as for C++ and C#.
    case symbols
  }

  private let folding = ASCIIFolding()

  package init() {}

  package func slug(of name: String) -> Result<Slug, Refusal> {
    guard let folded = folding.fold(name) else { return .failure(.length) }
    let words = folded.utf8.split {
      !(0x61...0x7a).contains($0) && !(0x30...0x39).contains($0)
    }
    let text = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    if text.utf8.count == 1, folded.utf8.contains(where: { "+#*!@&".utf8.contains($0) }) {
      return .failure(.symbols)
    }
    if let slug = Slug(text) { return .success(slug) }
    return .failure(SlugPair.isSeparated(text) ? .pair : .length)
  }
}
