package import Diagnosing

/// An editor's text for one pair.
package struct ComparisonArticle: Sendable {
  package enum Indexing: String, Sendable, CaseIterable { case auto, always, never }

  package let file: SourceFile
  /// In byte order, as in the address.
  package let left: Slug
  package let right: Slug
  package let title: String?
  package let suffix: String?
  package let author: String?
  package let published: CalendarDate?
  package let updated: CalendarDate?
  package let answer: Markdown?
  package let indexed: Indexing
  package let body: Markdown
}
