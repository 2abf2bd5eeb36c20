import Comparing
import Content
package import Planning
package import Templating

/// The picker for any two vendors, which can also show several side by side.
package struct PickerPage: SinglePage {
  package static let kind = PageKind.picker
  package static let members = [
    Member("categories", .list(.record(CategoryTypes.category)), "All categories, by slug.")
  ]

  let model: SiteModel

  package init(_ model: SiteModel) { self.model = model }

  package var context: PageContext { model.context }
  package var page: Page { .picker }
  package var title: String { context.say(.pickerTitle) }

  package var description: String {
    context.say(.pickerDescription, ["site": context.plan.edition.library.site.title])
  }

  package var values: [String: TemplateValue] {
    ["categories": .list(model.categories.map { $0.record(places: 0, pairs: 0) })]
  }
}
