import Markup
package import Templating

/// The types of what an editor writes on a pair, and of the prompts that both vendors answered.
package enum ArticleTypes {
  package static let author = RecordType(
    "author", identifiedBy: "url",
    [
      Member("name", .text, "The author's name."),
      Member("url", .text, "The author's page."),
      Member("credentials", .optional(.text), "What the author is known for."),
      Member("bio", .optional(.html), "Who the author is."),
      Member("website", .optional(.text), "The author's own address."),
    ])

  package static let criteriaRow = RecordType(
    "criteriaRow",
    [
      Member("label", .text, "What is compared."),
      Member("left", .optional(.html), "The left column."),
      Member("right", .optional(.html), "The right column."),
    ])

  package static let criteriaTable = RecordType(
    "criteriaTable",
    [
      Member("left", .text, "The head of the left column."),
      Member("right", .text, "The head of the right column."),
      Member("caption", .text, "The table's caption, unique on the page."),
      Member("rows", .list(.record(criteriaRow)), "Its rows."),
    ])

  package static let useCase = RecordType(
    "useCase",
    [
      Member("name", .text, "The use case."),
      Member("why", .optional(.html), "Why it matters."),
      Member("considerations", .optional(.html), "What to mind."),
    ])

  package static let step = RecordType(
    "step",
    [Member("name", .text, "The step."), Member("text", .optional(.html), "What is done.")])

  package static let question = RecordType(
    "question", identifiedBy: "id",
    [
      Member("id", .text, "Its anchor."),
      Member("text", .text, "The question."),
      Member("answer", .html, "The answer."),
    ])

  package static let article = RecordType(
    "article",
    [
      Member("author", .optional(.record(author)), "Who wrote it."),
      Member("published", .optional(.text), "When, as an ISO date."),
      Member("publishedShown", .optional(.text), "The same for readers."),
      Member("updated", .optional(.text), "When it was last changed, as an ISO date."),
      Member("updatedShown", .optional(.text), "The same for readers."),
      Member("criteria", .optional(.record(criteriaTable)), "The editor's own table."),
      Member("chooseLeft", .optional(.html), "When to choose the left vendor."),
      Member("chooseRight", .optional(.html), "When to choose the right one."),
      Member("useCases", .list(.record(useCase)), "What for."),
      Member("useCaseCaption", .text, "The caption of their table."),
      Member("steps", .list(.record(step)), "What to do, in order."),
      Member("contents", .list(.record(VendorTypes.heading)), "The level-2 headings of the text."),
      Member("lead", .optional(.html), "The text before its first heading."),
      Member("isOpening", .bool, "It has sections of its own, so its lead opens the page."),
      Member("body", .optional(.html), "The text from its first heading on."),
      Member("related", .list(.record(SiteTypes.link)), "Where to read on."),
      Member("questions", .list(.record(question)), "Questions with answers."),
    ])

  package static let answer = RecordType(
    "answer",
    [
      Member("model", .text, "The model and its version."),
      Member("text", .text, "What came back, never Markdown."),
      Member("latency", .optional(.text), "How long it took."),
      Member("tokens", .optional(.text), "How many tokens."),
      Member("cost", .optional(.text), "What it cost."),
    ])

  package static let attachment = RecordType(
    "attachment",
    [
      Member("name", .text, "The file's name."),
      Member("sha256", .optional(.text), "Its SHA-256."),
    ])

  package static let prompt = RecordType(
    "prompt", identifiedBy: "id",
    [
      Member("id", .text, "Its anchor."),
      Member("title", .text, "Its title."),
      Member("text", .text, "What was sent, never Markdown."),
      Member("system", .optional(.text), "The system prompt."),
      Member("files", .list(.record(attachment)), "What went with it."),
      Member("date", .optional(.text), "When, as an ISO date."),
      Member("dateShown", .optional(.text), "The same for readers."),
      Member("redaction", .optional(.text), "What was replaced."),
      Member("note", .optional(.html), "What the publisher says about it."),
    ])

  /// One vendor's answer to one prompt.
  package static let answered = RecordType(
    "answered",
    [
      Member("prompt", .record(prompt), "The prompt."),
      Member("answer", .record(answer), "What the vendor answered."),
    ])

  package static let run = RecordType(
    "run",
    [
      Member("prompt", .record(prompt), "The prompt."),
      Member("left", .record(answer), "The left vendor's answer."),
      Member("right", .record(answer), "The right vendor's answer."),
    ])

  package static let callToAction = RecordType(
    "callToAction",
    [
      Member("text", .text, "What to do."),
      Member("note", .optional(.text), "What to know."),
      Member("url", .text, "Where."),
    ])
}
