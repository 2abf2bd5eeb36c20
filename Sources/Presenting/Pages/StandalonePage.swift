import Comparing
import Content
package import Planning
package import Templating

/// A page with a text of its own, such as "About".
package struct StandalonePage: SinglePage {
  package static let kind = PageKind.standalone
  package static let members = [
    Member("title", .text, "The page's title."),
    Member("content", .html, "Its text."),
    Member("corrections", .list(.record(SiteTypes.link)), "Links to its corrections."),
  ]

  package let context: PageContext
  let index: Int

  package init(_ context: PageContext, _ index: Int) {
    (self.context, self.index) = (context, index)
  }

  private var text: StandaloneText { context.plan.edition.library.pages[index] }

  package var page: Page { .standalone(index) }
  package var title: String { context.distinct.title(text.title, text.slug.text) }

  package var description: String {
    let site = context.plan.edition.library.site.title
    return context.distinct.description(text.description, of: title)
      ?? context.say(.freePageDescription, ["title": title, "site": site])
  }

  package var values: [String: TemplateValue] {
    [
      "title": .text(text.title), "content": context.html(text.body) ?? .html(""),
      "corrections": CorrectionValues(context).ofPage(text.slug),
    ]
  }
}
