package import Diagnosing

/// An editor's text for one pair.
package struct ComparisonArticle: Sendable {
  package enum Indexing: String, Sendable, CaseIterable { case auto, always, never }

  package let file: SourceFile
  /// In byte order, as in the address.
  package let left: Slug
  package let right: Slug
  /// The editor shows `right` first; the address stays as it is.
  package let isSwapped: Bool
  package let title: Located<String>?
  package let suffix: String?
  /// One of `Library.authors`, by slug.
  package let author: Located<String>?
  package let published: CalendarDate?
  package let updated: CalendarDate?
  package let answer: Markdown?
  /// What `left` and `right` say on this page only, instead of their reports.
  package let leftCells: [CriterionIndex: Cell]
  package let rightCells: [CriterionIndex: Cell]
  package let criteria: CriteriaTable?
  /// When to choose `left`, and when `right`.
  package let chooseLeft: Markdown?
  package let chooseRight: Markdown?
  package let useCases: [UseCase]
  package let steps: [Step]
  package let questions: [Question]
  /// Of `Library.prompts`, by slug, in the order of the page.
  package let prompts: [Located<String>]
  /// Vendors, and pairs as `a-vs-b`.
  package let related: [Located<String>]
  package let indexed: Indexing
  package let body: Markdown
  /// False for what stands for a pair that no editor wrote about.
  package internal(set) var isWritten = true

  /// Of the file and of links: `a-vs-b`.
  package var pairName: String { "\(left.text)-vs-\(right.text)" }

  /// What a vendor of the pair says on this page only.
  package func cells(of vendor: Slug) -> [CriterionIndex: Cell] {
    vendor == left ? leftCells : vendor == right ? rightCells : [:]
  }
}

/// A table of the editor's own, without leaders.
package struct CriteriaTable: Sendable {
  package struct Row: Sendable {
    package let label: String
    /// One a column; nil where the editor left it out.
    package let values: [Markdown?]
  }
  /// The headings of the two columns of values, in the order displayed; nil for the vendors' names.
  package let columns: [String]?
  package let rows: [Row]
}

package struct UseCase: Sendable {
  package let name: String
  package let why: Markdown?
  package let considerations: Markdown?
}

package struct Step: Sendable {
  package let name: String
  package let text: Markdown?
}

package struct Question: Sendable {
  package let question: String
  package let answer: Markdown
}
