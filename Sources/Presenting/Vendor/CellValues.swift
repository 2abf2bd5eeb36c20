import Comparing
import Content
import Diagnosing
import FoundationEssentials
import Markup
import Templating

/// Makes the `cell` records of a report.
struct CellValues {
  let context: PageContext
  let report: Report

  /// Returns the record of a cell.
  ///
  /// - Parameters:
  ///   - change: a phrase that says how the value differs from the previous report.
  ///   - digits: the number of decimal digits; nil for the usual number.
  func value(
    _ cell: Cell?, for criterion: Criterion, change: String? = nil, digits: Int? = nil
  ) -> TemplateValue {
    let shown = ShownCell(cell, for: criterion, of: report, context, digits: digits)
    let change = shown.text == nil ? nil : change
    return record(
      shown, kind: criterion.kind, number: cell?.value.flatMap(criterion.drawnNumber),
      share: cell?.value.flatMap(criterion.share), change: change,
      reason: change != nil && criterion.kind == .score ? report.reason?.value : nil)
  }

  /// Returns the record of a value in the segment table, which is a position on a scale.
  func value(_ position: ScalePosition?, of scale: Scale?) -> TemplateValue {
    record(
      ShownCell(position.flatMap { scale?.value(at: $0) }, context.style), kind: .level,
      share: position.flatMap { scale?.share(of: $0) })
  }

  private func record(
    _ cell: ShownCell, kind: Kind, number: Decimal? = nil, share: Decimal? = nil,
    change: String? = nil, reason: String? = nil
  ) -> TemplateValue {
    .record(
      Record(
        VendorTypes.cell,
        [
          "isMissing": .bool(cell.text == nil),
          "shown": .text(cell.text ?? ""),
          "html": .html(cell.html),
          "number": .optional(number),
          "share": .optional(share),
          "kind": .text(kind.rawValue),
          "icon": .optional(cell.icon),
          "items": .list((cell.items ?? []).map { .html($0) }),
          "note": cell.note.map { .html($0) } ?? .none,
          "scope": .optional(cell.scope),
          "evidence": .list(cell.evidence.map(evidence)),
          "confidence": .optional(cell.confidence?.rawValue),
          "asOf": .optional(cell.asOf?.text),
          "asOfShown": .optional(cell.asOf.map { context.style.shown($0) }),
          "change": .optional(change),
          "reason": .optional(reason),
          "isUnsourced": .bool(cell.isUnsourced),
        ]))
  }

  private func evidence(_ evidence: Evidence) -> TemplateValue {
    .record(
      Record(
        VendorTypes.evidence,
        [
          "url": .text(evidence.url),
          "title": .text(evidence.title ?? evidence.url),
          "accessed": .optional(evidence.accessed?.text),
          "accessedShown": .optional(evidence.accessed.map { context.style.shown($0) }),
        ]))
  }
}
