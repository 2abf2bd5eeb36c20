import Comparing
import Content
package import Planning
package import Templating

/// The notice of a vendor's retirement, at the address of the vendor's page (S-20).
package struct RetiredPage: SinglePage {
  package static let kind = PageKind.retired
  package static let members = [
    Member("name", .text, "The vendor's name."),
    Member("week", .text, "The week in which it was retired."),
    Member("content", .html, "What the report that retired it says."),
    Member("last", .optional(.record(SiteTypes.link)), "Its last report."),
    Member("category", .record(SiteTypes.categoryLink), "Its category."),
  ]

  let model: SiteModel
  private let index: Int

  package init(_ model: SiteModel, _ index: Int) { (self.model, self.index) = (model, index) }

  private var vendor: RetiredVendor { context.plan.retired[index] }
  private var names: [String: String] {
    ["name": context.distinct.archived(vendor.notice), "week": vendor.notice.week.text]
  }

  package var context: PageContext { model.context }
  package var page: Page { .retired(index) }
  package var title: String { context.say(.retiredTitle, names) }
  package var description: String { context.say(.retiredDescription, names) }
  package var isIndexed: Bool { false }
  package var trail: [(text: String, page: Page)] {
    [(context.plan.edition[vendor.category].category.title, .category(vendor.category))]
  }

  package var values: [String: TemplateValue] {
    let last = vendor.last.map { report in
      TemplateValue.link(
        vendor.history.reports[report].week.text,
        url: context.plan.link(to: .lastReport(index, report: report)))
    }
    return [
      "name": .text(vendor.notice.name), "week": .text(vendor.notice.week.text),
      "content": context.html(vendor.notice.body) ?? .html(""), "last": last ?? .none,
      "category": model.category(vendor.category).link,
    ]
  }
}
