import Content
import Diagnosing
import FoundationEssentials
import Markup
import System

/// Compares a vendor's consecutive reports, and checks a category's reports over a year. These
/// findings may be intended, but seldom are, so they are warnings.
struct HistoryChecker {
  /// The number of weeks that a criterion may go without a value.
  private static let weeksOfYear = 52

  let library: Library

  func check(into log: inout Diagnostics) {
    let categories = Dictionary(uniqueKeysWithValues: library.categories.map { ($0.slug, $0) })
    for vendor in library.vendors {
      guard let category = categories[vendor.category] else { continue }
      for (index, report) in vendor.reports.enumerated() {
        let before = index > 0 ? vendor.reports[index - 1] : nil
        checkEvidence(of: report, after: before, into: &log)
      }
      if let first = vendor.reports.first, let reason = first.reason {
        log.report(.idleReason(at: reason.span))
      }
      for (earlier, later) in zip(vendor.reports, vendor.reports.dropFirst()) {
        compare(earlier, later, category, into: &log)
      }
    }
    for category in library.categories { checkCriteria(of: category, into: &log) }
  }

  /// Compares a vendor's report with the vendor's next report.
  private func compare(
    _ earlier: Report, _ later: Report, _ category: Category, into log: inout Diagnostics
  ) {
    if later.retired || earlier.retired { return }
    if earlier.file.bytes.equals(later.file.bytes) {
      log.report(.repeatedReport(earlier.week.text, at: later.file.start))
      return
    }
    let pairs = zip(earlier.cells.joined(), later.cells.joined())
    let criteria = category.groups.flatMap(\.criteria)
    for (path, (criterion, (old, new))) in zip(category.criterionPaths, zip(criteria, pairs)) {
      guard let old, let value = old.value else { continue }
      guard let new else {
        log.report(.vanishedValue(path, earlier.week.text, at: later.file.start, old: old.span))
        continue
      }
      if later.reason == nil, criterion.kind == .score,
        let alert = library.site.driftAlert, case .number(let from) = value,
        case .number(let to)? = new.value, abs(to - from) > Decimal(alert)
      {
        log.report(.drift(path, from, to, alert, at: new.span, old: old.span))
      }
    }
  }

  /// Checks evidence against the week of its report. What the report before says with the same
  /// evidence is no new statement, so its evidence need not be new either.
  private func checkEvidence(
    of report: Report, after before: Report?, into log: inout Diagnostics
  ) {
    let known = Set(before?.evidence.map(\.statement) ?? [])
    let monday = report.week.monday
    let sunday = CalendarDate(dayNumber: monday.dayNumber + 6)
    let last = max(sunday, report.updated)
    for (statement, evidence) in report.evidence {
      guard let accessed = evidence.accessed else { continue }
      if accessed > last {
        log.report(.futureEvidence(accessed.text, report.week.text, at: evidence.span))
      } else if accessed < monday, !known.contains(statement) {
        log.report(.oldEvidence(accessed.text, report.week.text, at: evidence.span))
      }
    }
  }

  /// Warns of criteria that no report of the last year fills, provided that the reports cover a
  /// year.
  private func checkCriteria(of category: Category, into log: inout Diagnostics) {
    let reports = library.vendors.filter { $0.category == category.slug }.flatMap(\.reports)
    guard let first = reports.map(\.week).min(), let newest = reports.map(\.week).max(),
      first.weeks(until: newest) >= Self.weeksOfYear
    else { return }
    let recent = reports.filter { $0.week.weeks(until: newest) < Self.weeksOfYear }
    for (group, entry) in category.groups.enumerated() {
      for (index, criterion) in entry.criteria.enumerated()
      where recent.allSatisfy({ $0.cells[group][index]?.value == nil }) {
        log.report(.unfilledCriterion("\(entry.id).\(criterion.id)", at: criterion.span))
      }
    }
  }
}

extension Report {
  /// The evidence of the report's cells and statements, with what it is evidence of.
  fileprivate var evidence: [(statement: String, evidence: Evidence)] {
    let cells = self.cells.joined().enumerated().flatMap { index, cell in
      (cell?.evidence ?? []).map { ("\(index) \(cell?.text ?? "")", $0) }
    }
    let statements = [self.pros, self.cons, self.bestFor, self.cautionFor].joined().flatMap {
      statement in statement.evidence.map { (statement.text.source, $0) }
    }
    return (cells + statements).map { text, evidence in
      ("\(text) \(evidence.url) \(evidence.accessed?.text ?? "")", evidence)
    }
  }
}
