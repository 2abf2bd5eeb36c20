package import Diagnosing

/// An entry of the public corrections log (T-13).
package struct Correction: Sendable {
  package enum Subject: Sendable {
    /// A vendor's report; of every week when none is named.
    case vendor(Located<String>, week: Week?)
    /// An editor's text for a pair, by its address `a-vs-b`.
    case comparison(Located<String>)
    /// A free page, by its slug.
    case page(Located<String>)
  }

  package let date: CalendarDate
  package let subject: Subject
  /// What was said.
  package let wrong: Markdown
  /// What is so.
  package let right: Markdown

  /// Whether the entry explains that a report is not what it was.
  package func covers(_ vendor: Slug, in week: Week) -> Bool {
    guard case .vendor(let name, let corrected) = subject else { return false }
    return name.value == vendor.text && (corrected == nil || corrected == week)
  }
}

extension [Correction] {
  /// By date; those of one day in the order written.
  var newestFirst: [Correction] {
    enumerated().sorted { a, b in
      a.element.date == b.element.date ? a.offset < b.offset : a.element.date > b.element.date
    }.map(\.element)
  }
}
