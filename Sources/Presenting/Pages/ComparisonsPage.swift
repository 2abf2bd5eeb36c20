package import Comparing
import Content
import FoundationEssentials
package import Planning
package import Templating

/// The comparisons of a vendor, where they are too many for the vendor's page.
package struct ComparisonsPage: SinglePage {
  package static let kind = PageKind.comparisons
  package static let members = [
    Member("vendor", .record(VendorTypes.vendor), "The vendor."),
    Member("category", .record(SiteTypes.categoryLink), "Its category."),
    Member("title", .text, "The heading."),
    Member(
      "comparisons", .list(.record(VendorTypes.vendorComparison)),
      "Its comparisons, in the order of the other vendors' names; of more than 1,000 the nearest."),
    Member("total", .number, "How many comparisons it has in all."),
  ]

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
  private var names: [String: String] {
    [
      "name": context.distinct.long(context.plan.edition[position]),
      "category": entry.category.title,
      "count": "\(context.plan.partners(of: position).count)",
    ]
  }

  package var context: PageContext { model.context }
  package var pictured: VendorPosition? { position }
  package var page: Page { .comparisons(position) }
  package var title: String { context.say(.comparisonsTitle, names) }
  package var description: String { context.say(.comparisonsDescription, names) }
  package var trail: [(text: String, page: Page)] {
    [
      (entry.category.title, .category(position.category)),
      (context.say(.vendorTitle, names), .vendor(position)),
    ]
  }

  package var values: [String: TemplateValue] {
    [
      "vendor": model.vendor(position).vendor, "category": model.category(position.category).link,
      "title": .text(title), "comparisons": comparisons,
      "total": .number(Decimal(context.plan.partners(of: position).count)),
    ]
  }
}
