import Comparing
package import Content
import Diagnosing
import FoundationEssentials
package import Templating

/// The prompts of a site with each vendor's answers, made once per site.
package struct PromptValues: Sendable {
  /// The answers of each vendor as `answered` records, by slug, in the order of the prompts.
  private let answers: [String: [TemplateValue]]

  init(_ prompts: [Prompt], context: PageContext) {
    var answers: [String: [TemplateValue]] = [:]
    for prompt in prompts {
      let record = Self.record(prompt, context)
      for answer in prompt.answers {
        answers[answer.vendor.value, default: []].append(
          .record(
            Record(
              ArticleTypes.answered,
              ["prompt": record, "answer": Self.record(answer, context.style)])))
      }
    }
    self.answers = answers
  }

  /// Returns a vendor's answers, which are among the values that the vendor's pages are made from.
  func answers(of vendor: Slug) -> TemplateValue { .list(answers[vendor.text] ?? []) }

  /// Returns the prompts that both vendors of a pair answered, from the answers of each.
  package func runs(_ left: StagedValue, _ right: StagedValue) -> StagedValue {
    answers.isEmpty ? .list([]) : .paired(left, right, as: ArticleTypes.run)
  }

  /// Returns the prompts that both vendors of a pair answered, those named in the article first.
  ///
  /// - Parameter answers: returns the answers from the values of a subject.
  package func runs(
    article: ComparisonArticle,
    answers find: @escaping @Sendable ([TemplateValue]) -> TemplateValue
  ) -> StagedValue {
    if answers.isEmpty { return .list([]) }
    let named = article.prompts.map { Self.id(of: $0.value) }
    return .computed { inputs in
      let theirs = Self.records(find(inputs.right))
      let runs = Self.records(find(inputs.left)).compactMap { mine -> (String, Record)? in
        guard case .record(let prompt)? = mine["prompt"], case .text(let id)? = prompt["id"],
          let answer = mine["answer"],
          let other = theirs.first(where: { $0["prompt"] == mine["prompt"] })?["answer"]
        else { return nil }
        return (
          id,
          Record(
            ArticleTypes.run, ["prompt": .record(prompt), "left": answer, "right": other])
        )
      }
      let first = named.compactMap { name in runs.first { $0.0 == name } }
      let rest = runs.filter { !named.contains($0.0) }
      return .list((first + rest).map { .record($0.1) })
    }
  }

  private static func records(_ list: TemplateValue) -> [Record] {
    guard case .list(let items) = list else { return [] }
    return items.compactMap { if case .record(let record) = $0 { record } else { nil } }
  }

  private static func id(of slug: String) -> String { "prompt-\(slug)" }

  private static func record(_ prompt: Prompt, _ context: PageContext) -> TemplateValue {
    .record(
      Record(
        ArticleTypes.prompt,
        [
          "id": .text(id(of: prompt.slug.text)),
          "title": .text(prompt.title),
          "text": .text(prompt.text),
          "system": .optional(prompt.system),
          "files": .list(prompt.attachments.map(record)),
          "date": .optional(prompt.date?.text),
          "dateShown": .optional(prompt.date.map { context.style.shown($0) }),
          "redaction": .optional(prompt.redaction),
          "note": context.html(prompt.body) ?? .none,
        ]))
  }

  private static func record(_ file: Prompt.Attachment) -> TemplateValue {
    .record(
      Record(
        ArticleTypes.attachment,
        ["name": .text(file.name), "sha256": .optional(file.sha256)]))
  }

  private static func record(_ answer: Answer, _ style: ValueStyle) -> TemplateValue {
    .record(
      Record(
        ArticleTypes.answer,
        [
          "model": .text(answer.model),
          "text": .text(answer.text),
          "latency": .optional(answer.latency?.text),
          "tokens": .optional(answer.tokens.map { style.grouped(Decimal($0)) }),
          "cost": .optional(answer.cost.map { style.grouped($0) }),
        ]))
  }
}
