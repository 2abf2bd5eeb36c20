import Comparing
import Content
import Diagnosing
import FoundationEssentials
import Hashing
import Planning
import Templating

/// A vendor's numbers over the weeks, made when a page draws them.
///
/// Weeks are counted back from the week of the site, and shares are of the criterion's range, so
/// the series of two vendors fit into one chart.
struct SeriesValues: Fingerprinted {
  private let reports: [Report]
  private let category: Category
  private let week: Week
  private let style: ValueStyle
  private let language: Fingerprint

  /// The series as a list that costs nothing until a page asks for it.
  static func deferred(
    _ vendor: Vendor, in category: Category, _ context: PageContext
  ) -> TemplateValue {
    let values = SeriesValues(
      reports: vendor.reports(until: vendor.report.week), category: category,
      week: context.plan.edition.week, style: context.style,
      language: context.stringsFingerprint)
    return .deferred(DeferredValue(Derived(from: values) { $0.list }))
  }

  func add(to input: inout FingerprintInput) {
    for report in reports { input.add(Fingerprint(of: report.frontMatterBytes)) }
    input.add(Fingerprint(of: category.file.bytes))
    input.add(week.text)
    input.add(language)
  }

  private var list: TemplateValue {
    .list(
      category.criteria.compactMap { index in
        let criterion = category.criterion(at: index)
        let points = reports.compactMap { point($0, index, criterion) }
        if points.count < 2 { return nil }
        return .record(
          Record(
            HistoryTypes.series,
            [
              "id": .text(criterion.id), "label": .text(criterion.label), "points": .list(points),
            ]))
      })
  }

  private func point(
    _ report: Report, _ index: CriterionIndex, _ criterion: Criterion
  ) -> TemplateValue? {
    guard report.cells.indices.contains(index.group),
      report.cells[index.group].indices.contains(index.criterion),
      let value = report.cells[index.group][index.criterion]?.value,
      let number = criterion.drawnNumber(of: value)
    else { return nil }
    return .record(
      Record(
        HistoryTypes.seriesPoint,
        [
          "week": .text(report.week.text),
          "weeksAgo": .number(Decimal(report.week.weeks(until: week))),
          "number": .number(number),
          "share": .optional(criterion.share(of: value)),
          "shown": .text(style.shown(value, for: criterion)),
        ]))
  }
}
