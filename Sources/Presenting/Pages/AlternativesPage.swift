package import Comparing
import Content
import Diagnosing
import FoundationEssentials
import Markup
package import Planning
package import Templating

/// The vendors closest to one vendor, best first, each with its comparison.
package struct AlternativesPage: SinglePage {
  package static let kind = PageKind.alternatives
  package static let members = [
    Member("vendor", .record(VendorTypes.vendor), "The vendor."),
    Member("category", .record(SiteTypes.categoryLink), "Its category."),
    Member("headlineLabel", .optional(.text), "The label of the criterion that ranks vendors."),
    Member("lowerIsBetter", .bool, "Whether low values of it are better."),
    Member("earlierIsBetter", .bool, "Whether it is a date, and low values are better."),
    Member(
      "alternatives", .list(.record(VendorTypes.closeVendor)),
      "Up to ten vendors of its category that it is compared with."),
    Member(
      "others", .list(.record(AssessmentTypes.alternative)),
      "What else the vendor's report names as alternatives."),
    Member("isByCloseness", .bool, "Whether the category has criteria by which vendors are close."),
  ]

  let model: SiteModel
  let position: VendorPosition

  package init(_ model: SiteModel, _ position: VendorPosition) {
    (self.model, self.position) = (model, position)
  }

  private var entry: EditionCategory { context.plan.edition[position.category] }
  private var vendor: Vendor { context.plan.edition[position] }
  private var names: [String: String] {
    ["name": context.distinct.long(vendor), "category": entry.category.title]
  }

  package var context: PageContext { model.context }
  package var pictured: VendorPosition? { position }
  package var page: Page { .alternatives(position) }
  package var title: String { context.say(.alternativesTitle, names) }
  package var description: String { context.say(.alternativesDescription, names) }
  package var trail: [(text: String, page: Page)] {
    [
      (entry.category.title, .category(position.category)),
      (context.say(.vendorTitle, names), .vendor(position)),
    ]
  }

  package var values: [String: TemplateValue] {
    let category = entry.category
    let headline = category.headline.map { category.criterion(at: $0) }
    let shown = model.category(position.category)
    let listed = shown.alternatives(to: position.index)
    let others = AssessmentValues(
      report: vendor.report, name: context.name(of: vendor), category: category,
      context: context
    ).alternatives(.alternative) { shown.vendor(of: $0).map { !listed.contains($0) } ?? true }
    return [
      "vendor": model.vendor(position).vendor,
      "category": shown.link,
      "headlineLabel": .optional(headline?.label),
      "lowerIsBetter": .bool(headline?.better == .lower),
      "earlierIsBetter": .bool(headline?.earlierIsBetter ?? false),
      "alternatives": .list(listed.compactMap { alternative($0, of: shown) }),
      "others": .list(others),
      "isByCloseness": .bool(category.hasRankedCriteria),
    ]
  }

  private func alternative(_ index: Int, of category: CategoryValues) -> TemplateValue? {
    let other = VendorPosition(position.category, index)
    guard let pair = PairPosition(position, other) else { return nil }
    let cells = model.vendor(other).cells
    let report = context.plan.edition[other].report
    let named = vendor.report.assessments.alternatives.first {
      $0.relation == AssessmentValues.Relation.alternative.rawValue
        && category.vendor(of: $0) == index
    }
    return .record(
      Record(
        VendorTypes.closeVendor,
        [
          "rank": category.place(of: index).map { .number(Decimal($0)) } ?? .none,
          "name": .text(report.name),
          "url": .text(context.plan.link(to: .vendor(other))),
          "isStale": .bool(context.plan.edition[other].isStale),
          "isNamed": .bool(named != nil),
          "note": named?.note.map { .html(context.markdown.inline($0)) } ?? .none,
          "summary": .optional(report.summary),
          "value": entry.category.headline.map { cells[$0.group][$0.criterion] } ?? .none,
          "comparison": comparison(pair),
        ]))
  }

  private func comparison(_ pair: PairPosition) -> TemplateValue {
    let (left, right) = (pair.leftVendor, pair.rightVendor)
    let names = [
      "left": context.plan.edition[left].report.name,
      "right": context.plan.edition[right].report.name,
    ]
    return .link(
      context.say(.comparisonTitle, names), url: context.plan.link(to: .comparison(pair)))
  }
}
