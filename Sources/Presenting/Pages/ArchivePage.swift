package import Comparing
import Content
package import Planning
package import Templating

/// An earlier report of a vendor. Its canonical address is the page of the report in force (S-15).
package struct ArchivePage: SinglePage {
  package static let kind = VendorPage.kind
  package static let members = VendorPage.members

  let model: SiteModel
  package let page: Page
  private let category: CategoryPosition
  /// The vendor as it was in the report's week.
  private let vendor: Vendor
  /// The report whose page replaces this one: the report in force, or the notice of retirement.
  private let newest: Report
  private let currentPage: Page

  /// Creates the page of an earlier report.
  ///
  /// - Parameter report: the report's position among the vendor's reports.
  /// - Returns: nil if the vendor had no report in force in that week.
  package init?(_ model: SiteModel, _ position: VendorPosition, report: Int) {
    let edition = model.plan.edition
    let vendor = edition[position]
    guard
      let then = vendor.asOf(
        vendor.history.reports[report].week, in: edition[position.category].category,
        site: edition.library.site)
    else { return nil }
    self.model = model
    self.category = position.category
    self.vendor = then
    newest = vendor.report
    currentPage = .vendor(position)
    page = .archive(position, report: report)
  }

  /// Creates the page of a retired vendor's report.
  ///
  /// - Parameters:
  ///   - index: the position of the retired vendor in the plan.
  ///   - report: the report's position among the vendor's reports.
  /// - Returns: nil if the vendor had no report in force in that week.
  package init?(_ model: SiteModel, ofRetired index: Int, report: Int) {
    let (plan, retired) = (model.plan, model.plan.retired[index])
    guard
      let then = Vendor(
        history: retired.history, category: plan.edition[retired.category].category,
        week: retired.history.reports[report].week, site: plan.edition.library.site)
    else { return nil }
    self.model = model
    category = retired.category
    vendor = then
    newest = retired.notice
    currentPage = .retired(index)
    page = .lastReport(index, report: report)
  }

  private var entry: EditionCategory { context.plan.edition[category] }
  private var names: [String: String] {
    [
      "name": context.distinct.archived(vendor.report), "week": vendor.report.week.text,
      "current": newest.week.text,
    ]
  }

  package var context: PageContext { model.context }
  package var title: String { context.say(.archiveTitle, names) }
  package var description: String { context.say(.archiveDescription, names) }
  package var isIndexed: Bool { false }
  package var current: Page? { currentPage }
  package var trail: [(text: String, page: Page)] {
    [
      (entry.category.title, .category(category)),
      (context.say(.vendorTitle, names), currentPage),
    ]
  }

  package var values: [String: TemplateValue] {
    let values = VendorValues(
      vendor, in: entry.category, page: page, answers: .list([]), with: context)
    let report = ReportValues(
      vendor: vendor, values: values, category: entry.category, context: context)
    let corrections = CorrectionValues(context).ofVendor(vendor.slug, week: vendor.report.week)
    return [
      "vendor": values.vendor, "report": report.record(),
      "category": model.category(category).link, "standing": .none,
      "comparisons": .list([]), "allComparisons": .none,
      "history": HistoryValues.none, "corrections": corrections,
      "current": .link(newest.week.text, url: context.plan.link(to: currentPage)),
      "alternatives": .none, "badge": .none,
    ]
  }
}
