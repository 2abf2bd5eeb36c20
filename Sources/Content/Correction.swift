package import Diagnosing
package import Markup

/// An entry of the public corrections log (T-13).
package struct Correction: Sendable {
  package let date: CalendarDate
  /// The page that was corrected: a vendor, a pair in the form `a-vs-b`, or a standalone page.
  package let page: Located<String>
  /// The week whose report was changed afterwards.
  package let week: Located<Week>?
  package let wrong: Markdown
  package let right: Markdown

  package init(
    date: CalendarDate, page: Located<String>, week: Located<Week>?, wrong: Markdown,
    right: Markdown
  ) {
    self.date = date
    self.page = page
    self.week = week
    self.wrong = wrong
    self.right = right
  }

  /// Returns whether the entry explains why a vendor's report of a week changed.
  package func covers(_ vendor: Slug, in week: Week) -> Bool {
    page.value == vendor.text && (self.week == nil || self.week?.value == week)
  }
}
