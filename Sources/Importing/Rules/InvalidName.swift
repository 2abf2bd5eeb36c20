import Content
package import Diagnosing

extension Diagnostic {
  /// A vendor's name in a table makes its slug, unless the table has a column of slugs.
  static func invalidName(
    _ column: String, _ name: String, _ refusal: SlugMaker.Refusal, at span: SourceSpan
  ) -> Diagnostic {
    let reason =
      switch refusal {
      case .length: "a slug has 1 to \(Slug.maxLength) letters or digits"
      case .pair: "'-vs-' stands between the two vendors of a pair"
      case .symbols: "a slug does not keep its symbols"
      }
    return .invalidValue(
      column, name,
      expected: "a name that makes a slug: \(reason); give slugs in a column of their own, named "
        + "by the mapping's key 'slug'", at: span)
  }
}
