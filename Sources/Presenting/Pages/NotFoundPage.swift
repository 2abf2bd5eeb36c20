import Comparing
import Content
package import Planning
package import Templating

/// The page for addresses that do not exist.
package struct NotFoundPage: SinglePage {
  package static let kind = PageKind.notFound
  package static let members: [Member] = []

  package let context: PageContext

  package init(_ context: PageContext) { self.context = context }

  package var page: Page { .notFound }
  package var title: String { context.say(.notFoundTitle) }
  package var isIndexed: Bool { false }
  package var values: [String: TemplateValue] { [:] }

  package var description: String {
    context.say(.notFoundDescription, ["site": context.plan.edition.library.site.title])
  }
}
