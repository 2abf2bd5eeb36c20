package import Diagnosing
package import Markup

/// An editor's text about one pair.
package struct ComparisonArticle: Sendable {
  package enum Indexing: String, Sendable, CaseIterable { case auto, always, never }

  package let file: SourceFile
  /// The first slug in byte order, as in the address.
  package let left: Slug
  package let right: Slug
  package let body: Markdown
  /// Whether an editor wrote the article. False for a stand-in.
  package var isWritten = true
  /// Whether the page shows `right` first. The address does not change.
  package var isSwapped = false
  package var title: Located<String>?
  package var suffix: String?
  /// The slug of one of `Library.authors`.
  package var author: Located<String>?
  package var published: CalendarDate?
  package var updated: CalendarDate?
  package var answer: Markdown?
  /// Cells of the two vendors that replace those of their reports on this page only.
  package var leftCells: [CriterionIndex: Cell] = [:]
  package var rightCells: [CriterionIndex: Cell] = [:]
  package var criteria: CriteriaTable?
  /// Advice on when to choose the left vendor, and when the right one.
  package var chooseLeft: Markdown?
  package var chooseRight: Markdown?
  package var useCases: [UseCase] = []
  package var steps: [Step] = []
  package var questions: [Question] = []
  /// Slugs of `Library.prompts`, in page order.
  package var prompts: [Located<String>] = []
  /// Earlier addresses of the page.
  package var aliases: [Located<String>] = []
  /// Slugs of vendors, and pairs in the form `a-vs-b`.
  package var related: [Located<String>] = []
  package var indexed = Indexing.auto

  package init(file: SourceFile, left: Slug, right: Slug, body: Markdown) {
    self.file = file
    self.left = left
    self.right = right
    self.body = body
  }

  /// The name of the pair, `a-vs-b`, as files and links use it.
  package var pairName: String { SlugPair.name(left.text, right.text) }

  /// Returns the cells that replace those of a vendor's report on this page only.
  package func cells(of vendor: Slug) -> [CriterionIndex: Cell] {
    vendor == left ? leftCells : vendor == right ? rightCells : [:]
  }
}

/// An editor's own table, which marks no leaders.
package struct CriteriaTable: Sendable {
  package struct Row: Sendable {
    package let label: String
    /// One value per column; nil where the editor left the value out.
    package let values: [Markdown?]

    package init(label: String, values: [Markdown?]) {
      self.label = label
      self.values = values
    }
  }
  /// The headings of the two value columns in display order; nil to use the vendors' names.
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
