import Content
import Markup

/// The keys of `content/comparisons/<a>-vs-<b>.md`.
enum ComparisonKeys {
  static let all: [Key] = [
    Key(
      "vendors", .list(.text), "The pair of the file's name, in the order of display.",
      "[llama, mistral]"
    ).required.on(.comparison),
    Key("title", .text, "The heading.", "Llama or Mistral?").standard("Llama vs Mistral")
      .on(.comparison),
    Key("suffix", .text, "What follows the heading.", "run the same prompt through both.")
      .on(.comparison),
    Key("author", .text, "The name of a file in `content/authors/`.", "jane")
      .on(.comparison, .author),
    Key("published", .date, "When the article appeared.", "2026-04-01").on(.comparison),
    Key("updated", .date, "When the article changed.", "2026-04-03").on(.comparison, .feeds),
    Key(
      "answer", .markdown, "The direct answer in one paragraph, shown first.",
      "Mistral, if data must stay in Europe."
    ).on(.comparison),
    Key(
      "cells",
      .map(
        id: "vendor", example: "llama",
        .map(id: "`group.criterion`", example: "attributes.maker", ReportKeys.cell)),
      "Values that hold on this page only.", "{ llama: { attributes.maker: Meta } }"
    ).on(.comparison),
    Key(
      "criteria", .record(criteria), "A table of the editor's own.",
      "{ rows: [{ label: Model, values: [Open, Open] }] }"
    ).on(.comparison),
    Key(
      "chooseIf", .map(id: "vendor", example: "llama", .markdown), "When to choose which.",
      "{ llama: You host it yourself, mistral: You want support }"
    ).on(.comparison),
    Key(
      "useCases", .list(.record(useCase)), "Use cases, and what to consider.",
      "[{ name: Chat }]"
    ).on(.comparison),
    Key("steps", .list(.record(step)), "What to do, in order.", "[{ name: List your needs }]")
      .on(.comparison),
    Key(
      "faq", .list(.record(question)), "Questions with answers.",
      "[{ question: Is it free?, answer: Yes. }]"
    ).on(.comparison),
    Key("prompts", .list(.text), "Names of files in `content/prompts/`.", "[refactor]").bounded
      .on(.comparison),
    Key("related", .list(.text), "Vendors and pairs to read on about.", "[mistral]").bounded
      .on(.comparison),
    Key(
      "indexed", .words(ComparisonArticle.Indexing.allCases.map(\.rawValue)),
      "Whether search engines may list the page.", "always"
    ).standard("`auto`: as the category says").on(.search),
    Key(
      "aliases", .list(.text), "Earlier addresses, which lead on to this one.",
      "[/old/llama-mistral/]"
    ).atMost(Bounds.aliases),
  ]

  static let criteria = [
    Key("columns", .list(.text), "The headings of the two columns.", "[Meta Llama, Mistral]")
      .standard("the vendors' names"),
    Key("rows", .list(.record(row)), "The rows.", "[{ label: Model, values: [Open, Open] }]")
      .required,
  ]

  static let row = [
    Key("label", .text, "What the row compares.", "Deployment").required,
    Key("values", .list(.markdown), "The value of each vendor.", "[Self-hosted, Hosted]")
      .required,
  ]

  static let useCase = [
    Key("name", .text, "The use case.", "Chat").required,
    Key("why", .markdown, "Why it matters.", "Most teams begin here."),
    Key("considerations", .markdown, "What to consider.", "Latency."),
  ]

  static let step = [
    Key("name", .text, "The step in a few words.", "List your needs").required,
    Key("text", .markdown, "How it is done.", "Ask three teams."),
  ]

  static let question = [
    Key("question", .text, "The question.", "Is it free?").required,
    Key("answer", .markdown, "The answer.", "Yes, for small teams.").required,
  ]
}

/// The keys of `content/prompts/<prompt>.md`.
enum PromptKeys {
  static let all: [Key] = [
    Key("title", .text, "The name of the prompt.", "Remove the recursion").required
      .on(.comparison),
    Key("prompt", .text, "The prompt, word for word.", "Rewrite this function without recursion.")
      .required.on(.comparison),
    Key("system", .text, "The system prompt; empty if there was none.", "You are a reviewer.")
      .on(.comparison),
    Key("files", .list(.record(file)), "The files that went with it.", "[{ name: tree.py }]")
      .on(.comparison),
    Key("date", .date, "When the answers were given; required with answers.", "2026-03-30")
      .on(.comparison),
    Key("redaction", .text, "What was changed before it was sent.", "Names were replaced.")
      .on(.comparison),
    Key(
      "answers", .list(.record(answer)), "What each vendor answered.",
      "[{ vendor: llama, model: Llama 4, text: Here it is. }]"
    ).beside("date: 2026-03-30").on(.comparison),
  ]

  static let file = [
    Key("name", .text, "The file's name.", "tree.py").required,
    Key(
      "sha256", .text, "The hash of its bytes, in 64 hexadecimal digits.",
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  ]

  static let answer = [
    Key("vendor", .text, "The vendor.", "llama").required,
    Key("model", .text, "The model that answered.", "Llama 4 Maverick").required,
    Key("latency", .text, "How long it took, as a duration.", "2100 ms"),
    Key("tokens", .count, "How many tokens it took.", "412"),
    Key("cost", .number, "What it cost.", "0.0004"),
    Key("text", .text, "The answer, word for word.", "Here it is.").required,
  ]
}

/// The keys of `content/authors/<author>.yaml`.
enum AuthorKeys {
  static let all: [Key] = [
    Key("name", .text, "The name in bylines.", "Jane Doe").required.on(.comparison, .author),
    Key("credentials", .text, "What qualifies the author.", "Security engineer")
      .on(.comparison, .author),
    Key("bio", .markdown, "A paragraph about the author.", "Jane tests models for a living.")
      .on(.comparison, .author),
    Key("url", .url, "The author's own page.", "https://example.com/jane").on(.author),
  ]
}

/// The keys of `content/pages/<page>.md`.
enum PageKeys {
  static let all: [Key] = [
    Key("title", .text, "The heading.", "About").required.on(.page),
    Key("description", .text, "What the page is about.", "Who we are.").on(.search),
    Key(
      "aliases", .list(.text), "Earlier addresses, which lead on to this one.",
      "[/about-us/]"
    ).atMost(Bounds.aliases),
  ]
}

/// The keys of each entry of `content/corrections.yaml`.
enum CorrectionKeys {
  static let all: [Key] = [
    Key("date", .date, "When it was corrected.", "2026-04-03").required.on(.corrections),
    Key("page", .text, "The vendor, the pair `a-vs-b` or the free page that was wrong.", "llama")
      .required.on(.corrections, .vendor, .comparison, .page),
    Key("week", .week, "The week whose report was changed afterwards.", "2026-W14")
      .on(.corrections),
    Key("wrong", .markdown, "What the page said.", "The price was $2.").required
      .on(.corrections),
    Key("right", .markdown, "What is true.", "The price is $3.").required.on(.corrections),
  ]
}

/// The keys of `content/snapshots/<week>.yaml`, which `versus snapshot` writes.
enum SnapshotKeys {
  private static let hash =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  static let all: [Key] = [
    Key("version", .text, "The version of versus that froze the week.", "0.2.0").required,
    Key("theme", .text, "The SHA-256 of the theme.", hash).required,
    Key(
      "inputs", .map(id: "file", example: "site.yaml", .text),
      "The SHA-256 of each file that the week is made of.", "{ site.yaml: \(hash) }"
    ).required,
    Key(
      "corrections", .list(.text),
      "The SHA-256 of each correction that was known then, which explains no later edit.",
      "[\(hash)]"),
    Key(
      "rubrics", .map(id: "category", example: "llm-vendors", .record(rubric)),
      "The rules of each category, in words.",
      "{ llm-vendors: { winner: none, criteria: {} } }"),
    Key(
      "pages", .map(id: "page", example: "/", .text), "The SHA-256 of each page.",
      "{ /: \(hash) }"
    ).required,
  ]

  static let rubric = [
    Key("winner", .text, "How the winner was found.", "none").required,
    Key(
      "criteria", .map(id: "`group.criterion`", example: "scores.trust", .record(criterion)),
      "The criteria.", "{ scores.trust: { label: Trust, is: score } }"
    ).required,
  ]

  static let criterion = [
    Key("label", .text, "The name of the criterion.", "Trust").required,
    Key("is", .text, "Its definition.", "score").required,
  ]
}
