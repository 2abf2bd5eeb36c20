import Content
import Diagnosing
import Reading

/// Values of a table that no report may have, and what helps.
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

  /// A mapping says how a table writes numbers and dates.
  static func unreadForm(
    _ name: String, _ value: String, _ kind: String, key: String, at span: SourceSpan
  ) -> Diagnostic {
    .invalidValue(
      name, value,
      expected:
        "a value of the kind '\(kind)'; the mapping's key '\(key)' says how the table writes it",
      at: span)
  }
}
