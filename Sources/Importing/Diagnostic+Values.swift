import Content
import Diagnosing
import Markup
import Reading

/// Reports table values that no report may have, and what helps.
extension Diagnostic {
  /// Reports a vendor name from which no slug can be made. A column of slugs can replace the name.
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

  /// Reports a table that has no column of vendors.
  static func missingVendorColumn(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .missingKey,
      "no column is called 'vendor' or 'name'; 'versus import --guess' proposes a mapping, which "
        + "says what each column is", at: span)
  }

  /// Reports a column that is named after nothing that a report has.
  static func unknownColumn(
    _ name: String, among known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .danglingReference,
      "the column '\(name)' has the name of no criterion; rename it, or say in a mapping what it "
        + "is",
      at: span, unknown: UnknownWord(name, among: known))
  }

  /// Reports a number or a date in a form that the mapping does not describe.
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
