import Comparing
import Content
import Diagnosing
import FoundationEssentials
import Planning
import Templating

/// Makes the table and the charts of a vendor's scores over the weeks.
struct HistoryValues {
  private let vendor: Vendor
  private let category: Category
  private let position: VendorPosition
  private let context: PageContext
  private let reports: [Report]
  /// The ranked criteria of the headline's group, or of the first group that has ranked criteria.
  private let columns: [CriterionIndex]
  private let rubric: RubricNotes

  /// - Parameter uses: the weeks in which each criterion was in use, in page order.
  init(_ position: VendorPosition, uses: [CriterionUse?], context: PageContext) {
    let entry = context.plan.edition[position.category]
    let category = entry.category
    vendor = context.plan.edition[position]
    self.category = category
    self.position = position
    self.context = context
    reports = vendor.reports(until: context.plan.edition.week)
    let ranked = category.rankedCriteria
    let group = category.headline?.group ?? ranked.first?.group
    let columns = ranked.filter { $0.group == group }
    self.columns = columns
    rubric = RubricNotes(entry, columns: columns, uses: uses, context: context)
  }

  /// An empty history, for pages of earlier reports.
  static let none = TemplateValue.record(
    Record(
      HistoryTypes.history,
      ["feedURL": .none, "columns": .list([]), "rows": .list([]), "charts": .list([])]))

  func record() -> TemplateValue {
    .record(
      Record(
        HistoryTypes.history,
        [
          "feedURL": .text(
            context.plan.link(to: .document(.vendorFeed(position)))),
          "columns": .list(columns.map { .text(category.criterion(at: $0).label) }),
          "rows": .list(reports.count > 1 ? rows : []),
          "charts": .list(columns.compactMap(chart)),
        ]))
  }

  /// The rows, newest first. Consecutive weeks without a report share a row, and changes of the
  /// rubric are listed above the reports that precede them.
  private var rows: [TemplateValue] {
    var rows = notes(after: reports.last, before: nil)
    for (index, report) in reports.enumerated().reversed() {
      rows.append(row(report, at: index))
      guard index > 0 else { continue }
      rows += notes(after: reports[index - 1], before: report)
      let (first, last) = (reports[index - 1].week.next, report.week.previous)
      if first <= last {
        rows.append(row(first == last ? first.text : "\(first.text) – \(last.text)", isGap: true))
      }
    }
    return rows
  }

  /// Returns the notes about the weeks after one report and up to the next, newest first.
  private func notes(after old: Report?, before new: Report?) -> [TemplateValue] {
    rubric.notes.filter { note in
      old.map { note.week > $0.week } ?? true && new.map { note.week <= $0.week } ?? true
    }.map { row($0.week.text, note: $0.text) }
  }

  private func row(_ report: Report, at index: Int) -> TemplateValue {
    let cells = CellValues(context: context, report: report)
    let isCurrent = report.week == vendor.report.week
    let page = Page.archive(position, report: index)
    return row(
      report.week.text, reason: index > 0 ? report.reason?.value : nil, isCurrent: isCurrent,
      url: isCurrent ? nil : context.plan.link(to: page),
      cells: columns.map {
        cells.value(report.cells[$0.group][$0.criterion], for: category.criterion(at: $0))
      })
  }

  private func row(
    _ week: String, note: String? = nil, reason: String? = nil, isGap: Bool = false,
    isCurrent: Bool = false, url: String? = nil, cells: [TemplateValue] = []
  ) -> TemplateValue {
    .record(
      Record(
        HistoryTypes.row,
        [
          "week": .text(week), "note": .optional(note),
          "reason": .optional(reason), "isGap": .bool(isGap),
          "isCurrent": .bool(isCurrent),
          "url": .optional(url), "cells": .list(cells),
        ]))
  }

  /// Returns a chart; nil for a criterion with fewer than two numbers.
  private func chart(_ index: CriterionIndex) -> TemplateValue? {
    let criterion = category.criterion(at: index)
    let points = reports.compactMap { report -> (week: Week, number: Decimal, shown: String)? in
      guard let value = report.cells[index.group][index.criterion]?.value,
        let number = criterion.number(of: value)
      else { return nil }
      return (report.week, number, context.style.shown(value, for: criterion))
    }
    guard points.count > 1, let first = points.first, let last = points.last,
      let lowest = points.min(by: { $0.number < $1.number }),
      let highest = points.max(by: { $0.number < $1.number })
    else { return nil }
    let line = Sparkline(points.map { ($0.week, $0.number) }, ceiling: ceiling(of: criterion))
    let values = [
      "criterion": criterion.label, "from": first.week.text, "to": last.week.text,
      "first": first.shown, "lowest": lowest.shown, "highest": highest.shown, "latest": last.shown,
    ]
    return .record(
      Record(
        HistoryTypes.chart,
        [
          "id": .text(criterion.id),
          "title": .text(context.say(.chartTitle, ["criterion": criterion.label])),
          "description": .text(context.say(.chartDescription, values)),
          "caption": .text(context.say(.chartCaption, values)),
          "width": .number(Decimal(line.width)),
          "lines": .list(line.lines.map { .text($0) }),
          "gaps": .list(line.gaps.map { .text($0) }),
          "points": .list(
            line.points.map {
              .record(Record(HistoryTypes.point, ["x": .text($0.x), "y": .text($0.y)]))
            }),
        ]))
  }

  /// Returns the top of a chart that starts at zero, for criteria with a maximum; otherwise nil.
  private func ceiling(of criterion: Criterion) -> Decimal? {
    switch criterion.kind {
    case .score: criterion.max ?? 100
    case .percent: 100
    default: nil
    }
  }
}
