package import Diagnosing

extension Rule {
  package static let unseenArticle = Rule(
    "unseen-article", severity: .warning,
    summary: "Both vendors of a file in `comparisons/` are compared.",
    cause:
      "One of the two is retired, so their comparison is gone, and with it what the file says.",
    remedy: "Move what is still true to the file of a pair that is compared, then delete the file; "
      + "its `aliases` go to the vendor that is left.")
}

extension Diagnostic {
  /// - Parameter successor: the vendor that took the place of the retired one.
  static func unseenArticle(
    ofRetired slug: String, successor: String?, at span: SourceSpan
  ) -> Diagnostic {
    let next = successor.map { ", and '\($0)' took its place" } ?? ""
    return Diagnostic(
      .unseenArticle, "no page shows this file: '\(slug)' is retired\(next)", at: span)
  }
}
