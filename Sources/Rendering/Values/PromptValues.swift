import Comparing
import Diagnosing
import FoundationEssentials
import Reading
import Templating

/// The prompts of a site, with what each vendor answered, made once.
struct PromptValues: Sendable {
  /// Of each vendor, by slug: the prompts that it answered, and its answers.
  private let answers: [String: [(prompt: Int, answer: TemplateValue)]]
  private let prompts: [Prompt]
  private let fields: [[String: TemplateValue]]

  init(_ prompts: [Prompt], words: Wording) {
    self.prompts = prompts
    fields = prompts.map { Self.fields(of: $0, words) }
    var answers: [String: [(prompt: Int, answer: TemplateValue)]] = [:]
    for (index, prompt) in prompts.enumerated() {
      for answer in prompt.answers {
        answers[answer.vendor.value, default: []].append((index, Self.record(answer, words.style)))
      }
    }
    self.answers = answers
  }

  /// The prompts that both answered: those that the article names first, then by slug.
  func both(_ left: String, _ right: String, article: ComparisonArticle?) -> [TemplateValue] {
    guard let mine = answers[left], let theirs = answers[right] else { return [] }
    let named = (article?.prompts ?? []).compactMap { name in
      prompts.firstIndex { $0.slug.text == name.value }
    }
    let order = named + mine.map(\.prompt).filter { !named.contains($0) }
    return order.compactMap { index in
      guard let a = mine.first(where: { $0.prompt == index }),
        let b = theirs.first(where: { $0.prompt == index })
      else { return nil }
      var values = fields[index]
      values["left"] = a.answer
      values["right"] = b.answer
      return .record(Record(ArticleTypes.prompt, values))
    }
  }

  /// The same for a pair that is not known yet; nothing when nobody answered anything.
  func staged(article: ComparisonArticle?) -> StagedValue {
    if answers.isEmpty { return .list([]) }
    return .computed { inputs in
      guard let left = Self.slug(of: inputs.left), let right = Self.slug(of: inputs.right) else {
        return .list([])
      }
      return .list(both(left, right, article: article))
    }
  }

  /// The slug of the vendor whose record is the first of the values.
  private static func slug(of values: [TemplateValue]) -> String? {
    guard case .record(let vendor)? = values.first, case .text(let slug)? = vendor["slug"] else {
      return nil
    }
    return slug
  }

  /// All but the answers.
  private static func fields(of prompt: Prompt, _ words: Wording) -> [String: TemplateValue] {
    [
      "id": .text("prompt-\(prompt.slug.text)"),
      "title": .text(prompt.title),
      "text": .text(prompt.text),
      "system": .optional(prompt.system),
      "files": .list(
        prompt.attachments.map { file in
          .record(
            Record(
              ArticleTypes.attachment,
              ["name": .text(file.name), "sha256": .optional(file.sha256)]))
        }),
      "date": .optional(prompt.date?.text),
      "dateShown": .optional(prompt.date.map { words.style.shown($0) }),
      "redaction": .optional(prompt.redaction),
      "note": words.html(prompt.body) ?? .none,
    ]
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
