import Comparing
import Content
package import Planning
package import Templating

/// The page that finds words in the texts of the site.
package struct SearchPage: SinglePage {
  package static let kind = PageKind.search
  package static let members = [
    Member("program", .text, "The address of Pagefind, beside the index."),
    Member("categories", .list(.record(CategoryTypes.category)), "All categories, by slug."),
  ]

  let model: SiteModel

  package init(_ model: SiteModel) { self.model = model }

  package var context: PageContext { model.context }
  package var page: Page { .search }
  package var title: String { context.say(.searchTitle) }
  package var isIndexed: Bool { false }

  package var description: String {
    context.say(.searchDescription, ["site": context.plan.edition.library.site.title])
  }

  package var values: [String: TemplateValue] {
    [
      "program": .text(context.plan.base.path + DataAddress.searchProgram),
      "categories": .list(model.categories.map { $0.record(places: 0, pairs: 0) }),
    ]
  }
}
