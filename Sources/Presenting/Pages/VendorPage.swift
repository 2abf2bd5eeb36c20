package import Comparing
import Content
package import Planning
package import Templating

/// A vendor with its report in force, its history and its comparisons.
package struct VendorPage: SinglePage {
  package static let kind = PageKind.vendor
  package static let members = [
    Member("vendor", .record(VendorTypes.vendor), "The vendor."),
    Member("report", .record(VendorTypes.report), "Its report in force."),
    Member("category", .record(SiteTypes.categoryLink), "Its category."),
    Member(
      "standing", .optional(.record(VendorTypes.standing)),
      "Its place in the category; nil for an earlier report and where nothing is ranked."),
    Member(
      "comparisons", .list(.record(VendorTypes.vendorComparison)),
      "Its comparisons, the nearest first: all, or 30 of more than 100; none for an earlier report."
    ),
    Member(
      "allComparisons", .optional(.record(SiteTypes.link)),
      "The page with all of them, where `comparisons` has only some."),
    Member("history", .record(HistoryTypes.history), "Its scores over the weeks."),
    Member("corrections", .list(.record(SiteTypes.link)), "Links to its corrections."),
    Member(
      "current", .optional(.record(SiteTypes.link)),
      "For an earlier report, the report in force."),
    Member(
      "alternatives", .optional(.record(SiteTypes.link)),
      "The page of the vendors closest to this one; nil for an earlier report."),
    Member(
      "badge", .optional(.record(VendorTypes.badge)),
      "The picture that other sites may show; nil for an earlier report."),
  ]

  /// The comparisons that a vendor's page lists if it does not list all.
  package static let someComparisons = 30

  let model: SiteModel
  let position: VendorPosition
  /// The list of the vendor's comparisons.
  let comparisons: TemplateValue

  package init(_ model: SiteModel, _ position: VendorPosition, comparisons: TemplateValue) {
    self.model = model
    self.position = position
    self.comparisons = comparisons
  }

  private var entry: EditionCategory { context.plan.edition[position.category] }
  private var vendor: Vendor { context.plan.edition[position] }
  private var names: [String: String] {
    ["name": context.distinct.long(vendor), "category": entry.category.title]
  }

  package var context: PageContext { model.context }
  package var pictured: VendorPosition? { position }
  package var page: Page { .vendor(position) }
  package var title: String { context.say(.vendorTitle, names) }
  package var trail: [(text: String, page: Page)] {
    [(entry.category.title, .category(position.category))]
  }

  package var description: String {
    context.distinct.description(vendor.report.summary, of: title)
      ?? context.say(.vendorDescription, names)
  }

  private var alternatives: TemplateValue {
    guard context.plan.hasAlternatives(position) else { return .none }
    return .link(
      context.say(.alternativesTitle, names), url: context.plan.link(to: .alternatives(position)))
  }

  private var allComparisons: TemplateValue {
    guard context.plan.hasComparisonsPage(position) else { return .none }
    return .link(
      context.say(.comparisonsTitle, names), url: context.plan.link(to: .comparisons(position)))
  }

  package var values: [String: TemplateValue] {
    let values = model.vendor(position)
    let shown = model.category(position.category)
    let report = ReportValues(
      vendor: vendor, values: values, category: entry.category, context: context)
    let history = HistoryValues(position, uses: shown.uses, context: context)
    return [
      "vendor": values.vendor, "report": report.record(), "category": shown.link,
      "standing": shown.standing(of: position.index), "comparisons": comparisons,
      "allComparisons": allComparisons, "history": history.record(),
      "corrections": CorrectionValues(context).ofVendor(vendor.slug), "current": .none,
      "alternatives": alternatives,
      "badge": BadgeValues(vendor: position, context: context).record,
    ]
  }
}
