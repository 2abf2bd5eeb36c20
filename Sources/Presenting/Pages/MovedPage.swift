import Comparing
import Content
import Markup
package import Planning
package import Templating

/// An old address, which redirects to another page (S-20).
package struct MovedPage: SinglePage {
  package static let kind = PageKind.moved
  package static let members = [
    Member("target", .text, "The address of the page that it leads on to."),
    Member("refresh", .html, "The element that leads browsers on to it."),
  ]

  package let context: PageContext
  private let index: Int

  package init(_ context: PageContext, _ index: Int) {
    (self.context, self.index) = (context, index)
  }

  private var redirect: Redirect { context.plan.redirects[index] }
  private var names: [String: String] { ["path": context.plan.link(to: page)] }

  package var page: Page { .moved(index) }
  package var title: String { context.say(.movedTitle, names) }
  package var description: String { context.say(.movedDescription, names) }
  package var isIndexed: Bool { false }
  package var current: Page? { redirect.to }
  package var values: [String: TemplateValue] {
    let target = context.plan.link(to: redirect.to)
    let refresh = #"<meta http-equiv="refresh" content="0; url=\#(escapedText(target))">"#
    return ["target": .text(target), "refresh": .html(refresh)]
  }
}
