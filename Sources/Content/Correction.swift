package import Diagnosing
package import Markup

/// An entry of the public log of corrections (T-13).
package struct Correction: Sendable {
  package let date: CalendarDate
  /// What it was published of: a vendor, a pair as `a-vs-b`, or a free page.
  package let page: Located<String>
  /// The week whose report was changed later.
  package let week: Week?
  package let wrong: Markdown
  package let right: Markdown

  package init(
    date: CalendarDate, page: Located<String>, week: Week?, wrong: Markdown, right: Markdown
  ) {
    self.date = date
    self.page = page
    self.week = week
    self.wrong = wrong
    self.right = right
  }

  /// Whether the entry explains that a vendor's report of a week is not what it was.
  package func covers(_ vendor: Slug, in week: Week) -> Bool {
    page.value == vendor.text && (self.week == nil || self.week == week)
  }
}
