/// The keys of what a report assesses besides its criteria.
extension ReportKeys {
  static let assessments: [Key] = [
    Key(
      "frameworks",
      .map(
        id: "framework", example: "goals",
        .map(
          id: "dimension", example: "governance", .either(.integer(0...1000), .record(dimension)))
      ), "The scores of the category's frameworks.", "{ goals: { governance: 4 } }"
    ).on(.vendor),
    Key("stack", .record(stack), "The place among other systems.", "{ role: LLM provider }")
      .on(.vendor),
    Key("risks", .list(.record(risk)), "What can go wrong.", "[{ title: Lock-in }]").on(.vendor),
    Key(
      "scenarios", .list(.record(scenario)), "Cases, and how well it fits each.",
      "[{ title: EU bank assistant, fit: good }]"
    ).on(.vendor),
    Key(
      "alternatives", .list(.record(alternative)), "What to choose instead, or beside it.",
      "[{ vendor: llama }]"
    ).on(.vendor, .alternatives),
    Key(
      "panel", .list(.record(vote)), "What the category's personas say.",
      "[{ persona: builder, vote: ship }]"
    ).on(.vendor, .comparison),
    Key("votes", .record(votes), "The votes of the community.", "{ up: 12, down: 3 }")
      .on(.vendor, .comparison),
  ]

  static let dimension = [
    Key("score", .integer(0...1000), "The score, in the range of the framework.", "4"),
    Key(
      "override", .record(override), "Why the score differs from what the checks say.",
      "{ label: lenient, reason: Attestations are strong }"),
    Key(
      "cap", .either(.words(["none"]), .record(cap)), "What limits the score.",
      "{ max: 4, reason: No audit }"),
    Key("note", .markdown, "A remark.", "Strong in governance."),
    Key(
      "checks", .map(id: "check", example: "G1", .either(.truth, .record(check))),
      "Which checks are met.", "{ G1: yes }"),
  ]

  static let override = [
    Key("label", .text, "A word for it.", "lenient").required,
    Key("reason", .text, "The reason.", "Attestations are strong").required,
  ]

  static let cap = [
    Key("max", .integer(0...1000), "The best score that is possible.", "4"),
    Key("reason", .text, "The reason.", "No audit").required,
  ]

  static let check = [
    Key("met", .truth, "Whether it is met.", "true").required,
    Key("note", .markdown, "A remark.", "Workspace roles"),
  ]

  static let stack = [
    Key("role", .text, "What it does there.", "LLM provider"),
    Key("layer", .text, "On which layer.", "L4"),
    Key("upstream", .markdown, "What it depends on.", "GPU clouds"),
    Key("downstream", .markdown, "What depends on it.", "Agents"),
  ]

  static let risk = [
    Key("title", .text, "The risk in a few words.", "Lock-in").required,
    Key("text", .markdown, "What can go wrong.", "Prompts do not move well."),
    Key("mitigation", .markdown, "What can be done.", "Keep a second provider."),
  ]

  static let scenario = [
    Key("title", .text, "The case.", "EU bank assistant").required,
    Key("fit", .text, "A value of the scale `fit`.", "good"),
    Key("text", .markdown, "Why.", "Data stays in Europe."),
  ]

  static let alternative = [
    Key("vendor", .text, "A vendor of this site.", "llama"),
    Key("name", .text, "A product that the site does not cover.", "Ollama"),
    Key("url", .url, "The address of that product.", "https://ollama.com/").beside("name: Ollama"),
    Key(
      "relation", .words(["alternative", "complement"]), "Instead of it, or beside it.",
      "complement"
    ).beside("vendor: llama").standard("`alternative`"),
    Key("note", .markdown, "A remark.", "Runs on your machine.").beside("vendor: llama"),
  ]

  static let vote = [
    Key("persona", .text, "One of the panel's personas.", "builder").required,
    Key("vote", .text, "One of the panel's votes.", "ship"),
    Key("quote", .markdown, "What the persona says.", "It just works."),
  ]

  static let votes = [
    Key("up", .count, "The votes for it.", "12").standard("0"),
    Key("down", .count, "The votes against it.", "3").standard("0"),
  ]
}
