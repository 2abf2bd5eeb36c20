package import Comparing
import Content
package import Planning
package import Templating

/// A category with its ranking and its comparisons.
package struct CategoryPage: SinglePage {
  package static let kind = PageKind.category
  package static let members = [
    Member("category", .record(CategoryTypes.category), "The category."),
    Member("data", .record(CategoryTypes.data), "Its values as files."),
  ]

  let model: SiteModel
  let position: CategoryPosition

  package init(_ model: SiteModel, _ position: CategoryPosition) {
    (self.model, self.position) = (model, position)
  }

  private var category: Content.Category { context.plan.edition[position].category }

  package var context: PageContext { model.context }
  package var page: Page { .category(position) }
  package var title: String { context.distinct.title(category.title, category.slug.text) }

  package var description: String {
    let count = context.plan.edition[position].vendors.count
    return context.distinct.description(category.tagline, of: title)
      ?? context.say(.categoryDescription, ["category": title, "count": "\(count)"])
  }

  package var values: [String: TemplateValue] {
    ["category": model.category(position).record(), "data": data]
  }

  private var data: TemplateValue {
    let vendors = context.plan.edition[position].vendors
    let names = ["category": title, "count": "\(vendors.count)"]
    let url = { (format: TableFormat) in
      TemplateValue.text(context.plan.link(to: .document(.table(position, format))))
    }
    return .record(
      Record(
        CategoryTypes.data,
        [
          "title": .text(context.say(.dataTitle, names)),
          "description": .text(context.say(.dataDescription, names)),
          "updated": .optional(vendors.map(\.report.updated).max()?.text),
          "csvURL": url(.csv), "jsonURL": url(.json), "schemaURL": url(.schema),
        ]))
  }
}
