package import Comparing
package import Content
import Diagnosing
import Markup
import Planning
package import Templating

/// Makes the values for an editor's article.
package struct ArticleValues {
  let article: ComparisonArticle
  /// The two vendors, in display order.
  let left: Vendor
  let right: Vendor
  let context: PageContext

  package init(
    _ article: ComparisonArticle, left: Vendor, right: Vendor, context: PageContext
  ) {
    self.article = article
    self.left = left
    self.right = right
    self.context = context
  }

  package func record() -> TemplateValue {
    let body = context.markdown.block(article.body)
    let shown = { (html: String) -> TemplateValue in
      html.allSatisfy(\.isWhitespace) ? .none : .html(html)
    }
    let style = context.style
    return .record(
      Record(
        ArticleTypes.article,
        [
          "author": author,
          "published": .optional(article.published?.text),
          "publishedShown": .optional(article.published.map { style.shown($0) }),
          "updated": .optional(article.updated?.text),
          "updatedShown": .optional(article.updated.map { style.shown($0) }),
          "criteria": criteria,
          "chooseLeft": inline(isMirrored ? article.chooseRight : article.chooseLeft),
          "chooseRight": inline(isMirrored ? article.chooseLeft : article.chooseRight),
          "useCases": .list(article.useCases.map(useCase)),
          "useCaseCaption": .text(caption(context.say(.useCasesTitle))),
          "steps": .list(article.steps.map(step)),
          "contents": .list(body.headings.filter { $0.level == 2 }.map { .heading($0) }),
          "lead": shown(body.lead),
          "isOpening": .bool(
            article.criteria != nil || !article.useCases.isEmpty || !article.steps.isEmpty),
          "isLong": .bool(article.body.source.split(whereSeparator: \.isWhitespace).count >= 150),
          "body": shown(body.rest),
          "related": .list(article.related.compactMap { related($0.value) }),
          "questions": .list(article.questions.enumerated().map { question($1, number: $0 + 1) }),
        ]))
  }

  /// Whether the page shows the article's right vendor on the left.
  private var isMirrored: Bool { left.slug != article.left }

  private var author: TemplateValue {
    let library = context.plan.edition.library
    guard let slug = article.author?.value,
      let index = library.authors.firstIndex(where: { $0.slug.text == slug })
    else { return .none }
    return .author(library.authors[index], page: .author(index), context)
  }

  private func caption(_ title: String) -> String {
    context.say(
      .comparisonCaption,
      ["group": title, "left": context.name(of: left), "right": context.name(of: right)])
  }

  /// The editor's tables, with columns and values in display order.
  private var criteria: TemplateValue {
    guard let table = article.criteria, !table.rows.isEmpty else { return .none }
    let names = [left, right].map(context.name(of:))
    let heads = table.columns ?? names
    return .record(
      Record(
        ArticleTypes.criteriaTable,
        [
          "left": .text(heads.first ?? ""),
          "right": .text(heads.last ?? ""),
          "caption": .text(caption(context.say(.criteriaTitle))),
          "rows": .list(table.rows.map(row)),
        ]))
  }

  private func row(_ row: CriteriaTable.Row) -> TemplateValue {
    .record(
      Record(
        ArticleTypes.criteriaRow,
        [
          "label": .text(row.label),
          "left": inline(row.values.first.flatMap(\.self)),
          "right": inline(row.values.dropFirst().first.flatMap(\.self)),
        ]))
  }

  private func useCase(_ useCase: UseCase) -> TemplateValue {
    .record(
      Record(
        ArticleTypes.useCase,
        [
          "name": .text(useCase.name), "why": inline(useCase.why),
          "considerations": inline(useCase.considerations),
        ]))
  }

  private func step(_ step: Step) -> TemplateValue {
    .record(Record(ArticleTypes.step, ["name": .text(step.name), "text": inline(step.text)]))
  }

  private func question(_ question: Question, number: Int) -> TemplateValue {
    .record(
      Record(
        ArticleTypes.question,
        [
          "id": .text("q-\(number)"), "text": .text(question.question),
          "answer": .html(context.markdown.inline(question.answer)),
        ]))
  }

  /// Returns a link, or nil if there is no page, for example for a vendor without a report in
  /// force.
  private func related(_ name: String) -> TemplateValue? {
    context.link(to: name).map { link in
      .link(link.text, url: link.url)
    }
  }

  private func inline(_ text: Markdown?) -> TemplateValue {
    text.map { .html(context.markdown.inline($0)) } ?? .none
  }
}

extension TemplateValue {
  static func heading(_ heading: MarkdownDocument.Heading) -> TemplateValue {
    .record(Record(VendorTypes.heading, ["id": .text(heading.id), "text": .text(heading.text)]))
  }

  static func author(_ author: Author, page: Page, _ context: PageContext) -> TemplateValue {
    .record(
      Record(
        ArticleTypes.author,
        [
          "name": .text(author.name),
          "url": .text(context.plan.link(to: page)),
          "credentials": .optional(author.credentials),
          "bio": author.bio.flatMap { context.html($0) } ?? .none,
          "website": .optional(author.url),
        ]))
  }
}
