import Comparing
import Content
import Diagnosing
import Templating

/// Makes the values for a report.
struct ReportValues {
  let vendor: Vendor
  let values: VendorValues
  let category: Category
  let context: PageContext

  private var report: Report { vendor.report }

  func record() -> TemplateValue {
    let body = DeferredBody(of: report, context)
    let assessments = AssessmentValues(
      report: report, name: context.name(of: vendor), category: category, context: context)
    return .record(
      Record(
        VendorTypes.report,
        [
          "week": .text(report.week.text),
          "body": body.html,
          "contents": body.contents,
          "groups": .list(groups),
          "segments": segments,
          "offerings": .list(
            report.offerings.map {
              .record(Record(VendorTypes.offering, ["id": .text($0.id), "label": .text($0.label)]))
            }),
          "sources": .list(report.sources.map(source)),
          "frameworks": .list(assessments.frameworks),
          "stack": assessments.stack,
          "risks": .list(assessments.risks),
          "scenarios": .list(assessments.scenarios),
          "alternatives": .list(assessments.alternatives(.alternative)),
          "complements": .list(assessments.alternatives(.complement)),
        ]))
  }

  /// The groups in which the vendor has a value.
  private var groups: [TemplateValue] {
    category.groups.indices.compactMap { index in
      let group = category.groups[index]
      guard report.cells[index].contains(where: { $0 != nil }) else { return nil }
      let rows = group.criteria.indices.map { row in
        self.row(group.criteria[row], values.cells[index][row])
      }
      return table(
        id: group.id, kind: group.kind, title: group.title, rowHeader: group.rowHeader, rows)
    }
  }

  private var segments: TemplateValue {
    guard let segments = category.segments, report.fit.contains(where: { $0 != nil }) else {
      return .none
    }
    let rows = segments.rows.indices.map { index in
      row(id: segments.rows[index].id, label: segments.rows[index].label, cell: values.fit[index])
    }
    return table(id: "segments", title: segments.title, rowHeader: segments.rowHeader, rows)
  }

  private func row(_ criterion: Criterion, _ cell: TemplateValue) -> TemplateValue {
    row(
      id: criterion.id, label: criterion.label, help: criterion.help,
      lowerIsBetter: criterion.isRanked && criterion.better == .lower,
      earlierIsBetter: criterion.earlierIsBetter, cell: cell)
  }

  private func row(
    id: String, label: String, help: String? = nil, lowerIsBetter: Bool = false,
    earlierIsBetter: Bool = false, cell: TemplateValue
  ) -> TemplateValue {
    .record(
      Record(
        VendorTypes.reportRow,
        [
          "id": .text(id), "label": .text(label), "help": .optional(help),
          "lowerIsBetter": .bool(lowerIsBetter), "earlierIsBetter": .bool(earlierIsBetter),
          "cell": cell, "cells": .list([cell]),
        ]))
  }

  private func table(
    id: String, kind: Kind? = nil, title: String, rowHeader: String, _ rows: [TemplateValue]
  ) -> TemplateValue {
    let caption = context.say(.vendorCaption, ["group": title, "name": context.name(of: vendor)])
    return .record(
      Record(
        VendorTypes.reportGroup,
        [
          "id": .text(id), "kind": .text(kind?.rawValue ?? "table"), "title": .text(title),
          "rowHeader": .text(rowHeader), "caption": .text(caption), "rows": .list(rows),
        ]))
  }

  private func source(_ source: Source) -> TemplateValue {
    .record(
      Record(
        VendorTypes.source,
        [
          "id": .text(source.id), "url": .text(source.url), "title": .text(source.title),
          "accessed": .optional(source.accessed?.text),
          "accessedShown": .optional(source.accessed.map { context.style.shown($0) }),
        ]))
  }
}
