import Comparing
package import Content
import Markup

/// A value as readers see it. Pages and open data share this projection.
package struct ShownCell: Sendable {
  /// The value as plain text; nil when there is none.
  package let text: String?
  /// The value as HTML; empty when there is none.
  package let html: String
  /// The items of a list or a set as HTML; nil for any other value.
  package let items: [String]?
  /// The id of the icon, for a value on a scale.
  let icon: String?
  /// The report's note on the value, as HTML.
  package let note: String?
  /// The label of the offering that the value applies to.
  package let scope: String?
  package let evidence: [Evidence]
  package let confidence: Confidence?
  package let asOf: CalendarDate?
  /// Whether the value is ranked but has no evidence.
  let isUnsourced: Bool

  /// - Parameters:
  ///   - cell: the cell; nil if the report has no value.
  ///   - digits: the number of decimal digits; nil for the usual number.
  package init(
    _ cell: Cell?, for criterion: Criterion, of report: Report, _ context: PageContext,
    digits: Int? = nil
  ) {
    note = cell?.note.map { context.markdown.inline($0) }
    scope = cell?.scope.map { id in report.offerings.first { $0.id == id }?.label ?? id }
    evidence = cell?.evidence ?? []
    confidence = cell?.confidence
    asOf = cell?.asOf
    isUnsourced = cell?.value != nil && criterion.isRanked && evidence.isEmpty
    guard let value = cell?.value else {
      (text, html, items, icon) = (nil, "", nil, nil)
      return
    }
    switch value {
    case .text(let markdown):
      html = context.markdown.inline(markdown)
      (text, items, icon) = (visibleText(ofHTML: html), nil, nil)
    case .list(let list):
      let items = list.map { context.markdown.inline($0) }
      html = items.joined(separator: "; ")
      (text, self.items, icon) = (visibleText(ofHTML: html), items, nil)
    default:
      let shown = context.style.shown(value, for: criterion, digits: digits)
      (text, html) = (shown, escapedText(shown))
      if case .set(let ids) = value { items = ids.map(escapedText) } else { items = nil }
      if case .level(let position) = value {
        icon = criterion.scale?.value(at: position)?.id
      } else {
        icon = nil
      }
    }
  }

  /// Creates a value of the segment table; nil if the report has none.
  init(_ choice: Choice?, _ style: ValueStyle) {
    text = choice.map(style.label)
    html = text.map(escapedText) ?? ""
    icon = choice?.id
    (items, note, scope, confidence, asOf) = (nil, nil, nil, nil, nil)
    evidence = []
    isUnsourced = false
  }
}
