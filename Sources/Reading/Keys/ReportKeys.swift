import Content
import Markup

/// The keys of reports, the files in `content/reports/<week>/`.
enum ReportKeys {
  static let all = head + groups + texts + assessments + bookkeeping

  /// The keys that stand above the groups.
  static let head: [Key] =
    [
      Key("name", .text, "The short name, used in tables and titles.", "Mistral").required
        .on(.every),
      Key("title", .text, "The long name, the heading of the vendor's own page.", "Mistral AI")
        .standard("the name").on(.vendor),
      Key("category", .text, "The category's slug.", "llm-vendors")
        .standard("the only one; required where there are several"),
      Key("updated", .date, "When the data changed.", "2026-04-03")
        .standard("the Monday of the week").on(.vendor, .comparison, .feeds),
      Key("website", .url, "The vendor's own site.", "https://mistral.ai").on(.vendor),
      Key("logo", .text, "A picture in `content/assets/`.", "assets/mistral.svg")
        .on(.vendor, .comparison, .category),
      Key("summary", .text, "One or two sentences.", "A vendor of open-weight models.")
        .on(.vendor, .category, .search),
      Key("tagline", .text, "A short line below the name.", "Models from Paris").on(.vendor),
      Key("tier", .text, "One of the category's tiers.", "approved").on(.category, .vendor),
      Key(
        "offerings", CategoryKeys.labels("offering", "api"),
        "The forms in which the product is sold, which the `scope` of a value may name.",
        "{ api: API service }"
      ).on(.vendor, .comparison),
    ]

  /// The keys that a category's groups replace.
  static let groups: [Key] = [
    Key("scores", cells("trust"), "Values of the group `scores`.", "{ trust: 57 }")
      .on(.comparison, .vendor, .category, .data),
    Key("compliance", cells("soc2"), "Values of the group `compliance`.", "{ soc2: yes }")
      .on(.comparison, .vendor, .category, .data),
    Key("signals", cells("mentions"), "Values of the group `signals`.", "{ mentions: 28 }")
      .on(.comparison, .vendor, .category, .data),
    Key(
      "attributes", cells("maker"),
      "Values of the group `attributes`; each group of the category is a key like these.",
      "{ maker: Mistral AI }"
    ).on(.comparison, .vendor, .category, .data),
  ]

  /// The values of a group.
  static func cells(_ example: String) -> Key.Shape {
    .map(id: "criterion", example: example, cell)
  }

  static let cell = Key.Shape.named(
    "value", .either(value, .either(.record(cellKeys), .either(.record(money), parts))))
  /// A value of a criterion, whose form depends on its kind.
  private static let value = Key.Shape.either(.text, .list(.text))
  private static let parts = Key.Shape.either(.record(share), .record(rating))

  static let cellKeys = [
    Key(
      "value", .either(value, .either(.record(money), parts)),
      "The value, in the form of the criterion's kind.",
      "57"),
    Key("note", .markdown, "A remark below the value.", "Type II"),
    Key("scope", .text, "The offering of which alone it is true.", "api")
      .standard("all offerings"),
    Key(
      "evidence", .list(.record(evidence)), "Where the value comes from.",
      "[{ url: 'https://example.org/security' }]"
    ).atMost(Bounds.evidence),
    Key("asOf", .date, "The day on which it was true.", "2026-03-30"),
    Key(
      "confidence", .words(Confidence.allCases.map(\.rawValue)), "How sure the value is.",
      "third-party"),
  ]

  static let money = [
    Key("amount", .text, "Money: how much.", "0.40").required,
    Key("currency", .text, "Money: the code of ISO 4217.", "EUR"),
    Key("per", .text, "Money: the period.", "month"),
  ]

  static let share = [
    Key("of", .text, "A percentage: how many there are.", "4").required,
    Key("met", .text, "A percentage: how many of them.", "3").required,
  ]

  static let rating = [
    Key("value", .text, "A rating: the mean.", "4.3").required,
    Key("max", .text, "A rating: the best possible.", "5").required,
    Key("count", .text, "A rating: the number of votes.", "120").required,
  ]

  static let evidence = [
    Key("url", .url, "The address.", "https://example.org/security").required,
    Key("title", .text, "What stands there.", "Security page").standard("the address"),
    Key("accessed", .date, "When it was read.", "2026-03-30"),
  ]

  private static let texts: [Key] = [
    Key(
      "fit", .map(id: "segment", example: "startup", .text),
      "How well it suits each segment of the category.", "{ startup: caution }"
    ).on(.comparison, .vendor),
    Key("pros", statements, "What speaks for it.", "[Open weights]").on(.comparison, .vendor),
    Key("cons", statements, "What speaks against it.", "[Few regions]").on(.comparison, .vendor),
    Key("bestFor", statements, "Whom it suits.", "[European companies]")
      .on(.comparison, .vendor),
    Key("cautionFor", statements, "Who should be careful.", "[Regulated industries]")
      .on(.comparison, .vendor),
  ]

  private static let statements = Key.Shape.list(.either(.markdown, .record(statement)))

  static let statement = [
    Key("text", .markdown, "The sentence.", "Open weights").required,
    Key(
      "evidence", .list(.record(evidence)), "Where it comes from.",
      "[{ url: 'https://example.org/models' }]"
    ).atMost(Bounds.evidence),
  ]

  private static let bookkeeping: [Key] = [
    Key(
      "disclosure", .record(disclosure), "How the report was made.",
      "{ made: ai-assisted, reviewedBy: Jane Doe }"
    ).on(.vendor, .comparison),
    Key(
      "sources", .list(.record(source)), "What the report is based on.",
      "[{ id: s1, url: 'https://example.org/paper' }]"
    ).on(.vendor),
    Key(
      "aliases", .list(.text), "Earlier addresses, which lead on to the vendor's page.",
      "[/old/mistral-ai/]"
    ).atMost(Bounds.aliases),
    Key("draft", .truth, "Whether the report waits to be published.", "true")
      .standard("`false`"),
    Key("retired", .truth, "Whether the vendor ends with this week.", "true")
      .standard("`false`").on(.vendor, .changes),
    Key("renamedTo", .text, "The vendor to whose page this one's addresses lead.", "llama")
      .beside("retired: true").on(.vendor),
    Key("reason", .text, "Why values changed since the report before.", "New certificates.")
      .on(.vendor, .changes),
  ]

  static let disclosure = [
    Key("made", .text, "How it was made.", "ai-assisted"),
    Key("by", .text, "Who or what made it.", "report pipeline 3"),
    Key("reviewedBy", .text, "Who reviewed it; empty if nobody did.", "Jane Doe"),
    Key("relationship", .text, "The publisher's relationship to the vendor.", "none"),
  ]

  static let source = [
    Key("id", .text, "A slug of its own within the report.", "s1").required,
    Key("url", .url, "The address.", "https://example.org/paper").required,
    Key("title", .text, "Its title.", "A paper").standard("the address"),
    Key("accessed", .date, "When it was read.", "2026-03-30"),
  ]
}
