import System

/// Makes slugs of names: letters and digits in ASCII and lower case, and a hyphen for what stands
/// between them.
package final class SlugMaker {
  /// Why a name makes no slug.
  package enum Refusal: Error {
    /// It has no letters or digits that can be written in ASCII, or too many.
    case length
    /// `-vs-` stands between the two vendors of a pair.
    case pair
    /// What is left is one letter, as of C++ and of C#.
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
    return .failure(text.range(of: "-vs-") == nil ? .length : .pair)
  }
}
