package import Comparing
import Content
package import Planning
package import Templating

/// A category with its ranking and its comparisons.
package struct CategoryPage: SinglePage {
  package static let kind = PageKind.category
  package static let members = [
    Member("category", .record(CategoryTypes.category), "The category.")
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

  package var values: [String: TemplateValue] { ["category": model.category(position).record()] }
}
