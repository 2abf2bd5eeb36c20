import Comparing
import Content
package import Planning
package import Templating

/// The front page: every category with its best vendors, and the most important recent changes.
package struct HomePage: SinglePage {
  package static let kind = PageKind.home
  package static let members = [
    Member("categories", .list(.record(CategoryTypes.category)), "All categories, by slug."),
    Member(
      "latest", .optional(.record(ChangeTypes.week)),
      "The most important changes of the last week; nil when there are none."),
  ]

  let model: SiteModel

  package init(_ model: SiteModel) { self.model = model }

  package var context: PageContext { model.context }
  package var page: Page { .home }
  package var title: String { context.plan.edition.library.site.title }

  package var description: String {
    context.plan.edition.library.site.description
      ?? context.say(.homeDescription, ["site": title])
  }

  package var values: [String: TemplateValue] {
    [
      "categories": .list(model.categories.map { $0.record(places: 10, pairs: 10) }),
      "latest": latest,
    ]
  }

  private var latest: TemplateValue {
    let index = context.plan.weeks.count - 1
    guard index > 0 else { return .none }
    let values = ChangeValues(week: index, context: context, limit: 5)
    return values.changes.isEmpty ? .none : values.record(at: index)
  }
}
