package import Diagnosing
package import Markup

/// An editor's text for one pair.
package struct ComparisonArticle: Sendable {
  package enum Indexing: String, Sendable, CaseIterable { case auto, always, never }

  package let file: SourceFile
  /// In byte order, as in the address.
  package let left: Slug
  package let right: Slug
  package let body: Markdown
  /// False for what stands for a pair that no editor wrote about.
  package var isWritten = true
  /// The editor shows `right` first; the address stays as it is.
  package var isSwapped = false
  package var title: Located<String>?
  package var suffix: String?
  /// One of `Library.authors`, by slug.
  package var author: Located<String>?
  package var published: CalendarDate?
  package var updated: CalendarDate?
  package var answer: Markdown?
  /// What `left` and `right` say on this page only, instead of their reports.
  package var leftCells: [CriterionIndex: Cell] = [:]
  package var rightCells: [CriterionIndex: Cell] = [:]
  package var criteria: CriteriaTable?
  /// When to choose `left`, and when `right`.
  package var chooseLeft: Markdown?
  package var chooseRight: Markdown?
  package var useCases: [UseCase] = []
  package var steps: [Step] = []
  package var questions: [Question] = []
  /// Of `Library.prompts`, by slug, in the order of the page.
  package var prompts: [Located<String>] = []
  /// Vendors, and pairs as `a-vs-b`.
  /// Addresses at which the page stood before.
  package var aliases: [Located<String>] = []
  package var related: [Located<String>] = []
  package var indexed = Indexing.auto

  package init(file: SourceFile, left: Slug, right: Slug, body: Markdown) {
    self.file = file
    self.left = left
    self.right = right
    self.body = body
  }

  /// Of the file and of links: `a-vs-b`.
  package var pairName: String { SlugPair.name(left.text, right.text) }

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

    package init(label: String, values: [Markdown?]) {
      self.label = label
      self.values = values
    }
  }
  /// The headings of the two columns of values, in the order displayed; nil for the vendors' names.
  package let columns: [String]?
  package let rows: [Row]

  package init(columns: [String]?, rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }
}

package struct UseCase: Sendable {
  package let name: String
  package let why: Markdown?
  package let considerations: Markdown?

  package init(name: String, why: Markdown?, considerations: Markdown?) {
    self.name = name
    self.why = why
    self.considerations = considerations
  }
}

package struct Step: Sendable {
  package let name: String
  package let text: Markdown?

  package init(name: String, text: Markdown?) {
    self.name = name
    self.text = text
  }
}

package struct Question: Sendable {
  package let question: String
  package let answer: Markdown

  package init(question: String, answer: Markdown) {
    self.question = question
    self.answer = answer
  }
}
