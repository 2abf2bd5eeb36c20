package import Diagnosing
package import Reading

/// A report made of one row.
package struct ImportedReport: Sendable {
  package let week: Week
  package let slug: Slug
  /// The whole file.
  package let text: String
  /// The row.
  package let span: SourceSpan

  /// Relative to the source folder.
  package var path: String { "content/reports/\(week.text)/\(slug.text).md" }
}
