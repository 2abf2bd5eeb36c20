import Comparing
import Content
import Diagnosing
import Markup
package import Planning
package import Templating

/// An author, with the comparisons by that author.
package struct AuthorPage: SinglePage {
  package static let kind = PageKind.author
  package static let members = [
    Member("author", .record(ArticleTypes.author), "The author."),
    Member("articles", .list(.record(SiteTypes.link)), "The author's comparisons, by address."),
  ]

  package let context: PageContext
  let index: Int

  package init(_ context: PageContext, _ index: Int) {
    (self.context, self.index) = (context, index)
  }

  private var library: Library { context.plan.edition.library }
  private var author: Author { library.authors[index] }
  private var names: [String: String] {
    [
      "name": context.distinct.title(author.name, author.slug.text), "site": library.site.title,
    ]
  }

  package var page: Page { .author(index) }
  package var title: String { context.say(.authorTitle, names) }
  package var description: String { context.say(.authorDescription, names) }

  package var values: [String: TemplateValue] {
    let articles = library.comparisons.filter { $0.author?.value == author.slug.text }
    return [
      "author": .author(author, page: page, context),
      "articles": .list(
        articles.compactMap { context.link(to: $0.pairName) }.map { .link($0.text, url: $0.url) }),
    ]
  }
}
