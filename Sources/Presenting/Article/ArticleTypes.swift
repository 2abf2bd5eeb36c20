import Markup
package import Templating

/// The types of an editor's article about a pair, and of prompts that both vendors answered.
package enum ArticleTypes {
  package static let author = RecordType(
    "author", identifiedBy: "url",
    [
      Member("name", .text, "The author's name."),
      Member("url", .text, "The author's page."),
      Member("credentials", .optional(.text), "Why readers should trust the author."),
      Member("bio", .optional(.html), "Who the author is."),
      Member("website", .optional(.text), "The author's own website."),
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
      Member("considerations", .optional(.html), "What to consider."),
    ])

  package static let step = RecordType(
    "step",
    [Member("name", .text, "The step."), Member("text", .optional(.html), "What to do.")])

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
      Member("published", .optional(.text), "The date, in ISO format."),
      Member("publishedShown", .optional(.text), "That date for readers."),
      Member("updated", .optional(.text), "The date of the last change, in ISO format."),
      Member("updatedShown", .optional(.text), "That date for readers."),
      Member("criteria", .optional(.record(criteriaTable)), "The editor's own table."),
      Member("chooseLeft", .optional(.html), "When to choose the left vendor."),
      Member("chooseRight", .optional(.html), "When to choose the right one."),
      Member("useCases", .list(.record(useCase)), "Use cases."),
      Member("useCaseCaption", .text, "The caption of their table."),
      Member("steps", .list(.record(step)), "What to do, in order."),
      Member("contents", .list(.record(VendorTypes.heading)), "The level-2 headings of the text."),
      Member("lead", .optional(.html), "The text before its first heading."),
      Member("isOpening", .bool, "It has sections of its own, so its lead opens the page."),
      Member("isLong", .bool, "It has 150 words or more, so it comes before the tables."),
      Member("body", .optional(.html), "The text from its first heading on."),
      Member("related", .list(.record(SiteTypes.link)), "Links to related pages."),
      Member("questions", .list(.record(question)), "Questions with answers."),
    ])

  package static let answer = RecordType(
    "answer",
    [
      Member("model", .text, "The model and its version."),
      Member("text", .text, "The answer as it came back; never Markdown."),
      Member("latency", .optional(.text), "The time it took."),
      Member("tokens", .optional(.text), "The number of tokens."),
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
      Member("text", .text, "The text as it was sent; never Markdown."),
      Member("system", .optional(.text), "The system prompt."),
      Member("files", .list(.record(attachment)), "The files sent with it."),
      Member("date", .optional(.text), "The date, in ISO format."),
      Member("dateShown", .optional(.text), "That date for readers."),
      Member("redaction", .optional(.text), "What was removed from the text before publishing."),
      Member("note", .optional(.html), "What the publisher says about it."),
    ])

  /// A vendor's answer to a prompt.
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
      Member("note", .optional(.text), "A note on it."),
      Member("url", .text, "Where the call leads."),
    ])
}
