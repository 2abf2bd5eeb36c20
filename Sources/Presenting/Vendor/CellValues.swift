import Comparing
import Content
import FoundationEssentials
import Markup
import Templating

/// Makes the `cell` records of one report.
struct CellValues {
  let context: PageContext
  let report: Report

  /// - Parameter change: how the value differs from the report before, in context.
  func value(_ cell: Cell?, for criterion: Criterion, change: String? = nil) -> TemplateValue {
    guard let cell, let value = cell.value else {
      return record(kind: criterion.kind.rawValue, cell: cell)
    }
    let shown = context.style.shown(value, for: criterion)
    return record(
      kind: criterion.kind.rawValue, cell: cell, shown: shown, html: html(value, shown: shown),
      icon: icon(value, for: criterion), items: items(value),
      isUnsourced: criterion.isRanked && cell.evidence.isEmpty, change: change)
  }

  /// A value of the segment table: a position in its scale.
  func value(_ position: ScalePosition?, of scale: Scale?) -> TemplateValue {
    guard let value = position.flatMap({ scale?.value(at: $0) }) else {
      return record(kind: "level")
    }
    return record(
      kind: "level", shown: value.label, html: escapedText(value.label), icon: value.id)
  }

  private func html(_ value: CellValue, shown: String) -> String {
    switch value {
    case .text(let text): context.markdown.inline(text)
    case .list(let items): items.map { context.markdown.inline($0) }.joined(separator: "; ")
    default: escapedText(shown)
    }
  }

  private func icon(_ value: CellValue, for criterion: Criterion) -> String? {
    guard case .level(let position) = value else { return nil }
    return criterion.scale?.value(at: position)?.id
  }

  private func items(_ value: CellValue) -> [TemplateValue] {
    switch value {
    case .list(let items): items.map { .html(context.markdown.inline($0)) }
    case .set(let ids): ids.map { .html(escapedText($0)) }
    default: []
    }
  }

  private func record(
    kind: String, cell: Cell? = nil, shown: String? = nil, html: String = "", icon: String? = nil,
    items: [TemplateValue] = [], isUnsourced: Bool = false, change: String? = nil
  ) -> TemplateValue {
    let scope = cell?.scope.map { id in report.offerings.first { $0.id == id }?.label ?? id }
    return .record(
      Record(
        VendorTypes.cell,
        [
          "isMissing": .bool(shown == nil),
          "shown": .text(shown ?? ""),
          "html": .html(html),
          "kind": .text(kind),
          "icon": .optional(icon),
          "items": .list(items),
          "note": cell?.note.map { .html(context.markdown.inline($0)) } ?? .none,
          "scope": .optional(scope),
          "evidence": .list((cell?.evidence ?? []).map(evidence)),
          "confidence": .optional(cell?.confidence?.rawValue),
          "asOf": .optional(cell?.asOf?.text),
          "change": .optional(change),
          "isUnsourced": .bool(isUnsourced),
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
        ]))
  }
}
