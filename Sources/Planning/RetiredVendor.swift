package import Comparing
package import Content

/// A vendor without a report in force, because the newest one retired it.
package struct RetiredVendor: Sendable {
  package let category: CategoryPosition
  package let history: VendorHistory
  /// The report that retired the vendor.
  package let notice: Report
  /// The positions of the reports that were once in force, oldest first.
  package let reports: [Int]

  package var slug: Slug { history.slug }
  /// The position of the last report that was in force; nil when there was none.
  package var last: Int? { reports.last }

  init?(_ history: VendorHistory, of edition: Edition) {
    let known = history.reports.filter { $0.week <= edition.week }
    guard let notice = known.last, notice.retired,
      let category = edition.categoryPositions.first(where: {
        edition[$0].category.slug == history.category
      })
    else { return nil }
    self.category = category
    self.history = history
    self.notice = notice
    reports = known.indices.filter { !known[$0].retired }
  }
}
