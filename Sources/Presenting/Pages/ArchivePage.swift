import Comparing
import Content
package import Planning
package import Templating

/// An earlier report of a vendor; the page of the report in force is its canonical address (S-15).
package struct ArchivePage: SinglePage {
  package static let kind = VendorPage.kind
  package static let members = VendorPage.members

  let model: SiteModel
  package let page: Page
  private let category: Int
  private let position: Int
  /// The vendor as it was then.
  private let vendor: Vendor

  /// - Parameter report: its position among the vendor's reports.
  /// - Returns: nil when the vendor had no report in force in that week.
  package init?(_ model: SiteModel, category: Int, vendor: Int, report: Int) {
    let entry = model.plan.edition.categories[category]
    let history = entry.vendors[vendor].history
    guard
      let then = entry.vendors[vendor].asOf(
        history.reports[report].week, in: entry.category, site: model.plan.edition.library.site)
    else { return nil }
    self.model = model
    self.category = category
    position = vendor
    self.vendor = then
    page = .archive(category: category, vendor: vendor, report: report)
  }

  private var entry: EditionCategory { context.plan.edition.categories[category] }
  private var now: Vendor { entry.vendors[position] }
  private var currentPage: Page { .vendor(category: category, vendor: position) }
  private var names: [String: String] {
    [
      "name": context.distinct.archived(vendor.report), "week": vendor.report.week.text,
      "current": now.report.week.text,
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
    let corrections = CorrectionValues(context).ofVendor(now.slug, week: vendor.report.week)
    return [
      "vendor": values.vendor, "report": report.record(),
      "category": model.category(category).link, "comparisons": .list([]),
      "history": HistoryValues.none, "corrections": corrections,
      "current": .link(now.report.week.text, url: context.plan.link(to: currentPage)),
    ]
  }
}
