import Content
import Markup

/// The keys of the files in `content/categories/`.
enum CategoryKeys {
  static let all: [Key] = [
    Key("title", .text, "The name of the category.", "LLM vendors").required
      .on(.home, .category, .comparison),
    Key("tagline", .text, "A line below the title.", "Trust, compliance and price side by side.")
      .on(.home, .category),
    Key(
      "headline", .text,
      "The criterion `group.criterion` that ranks, and by default decides who wins.",
      "scores.trust"
    ).standard("none; required unless `winner.by` is `leads` or `none`")
      .on(.category, .comparison, .home),
    Key("winner", .record(winner), "How the winner of a pair is found.", "{ margin: 5 }")
      .standard("`{ by: headline, margin: 0, requireShared: 1 }`").on(.comparison, .methodology),
    Key(
      "pairs", .words(PairPolicy.allCases.map(\.rawValue)),
      "Whether all pairs have a page, or only those with a file in `comparisons/`.", "listed"
    ).standard("`all`").on(.comparison),
    Key(
      "indexed", .record(indexed), "Which comparisons search engines may list.",
      "{ minShared: 2, minDifferent: 1 }"
    ).standard("all of them").on(.comparison, .search),
    Key(
      "scales", .map(id: "scale", example: "maturity", .record(scale)),
      "Ordered values for criteria; a scale called `state` or `fit` replaces the built-in one.",
      "{ maturity: { ranked: [alpha, beta, stable] } }"
    ).bounded.standard(
      "`state` (no, partial, yes; unknown, not-applicable) and `fit` (avoid, caution, good; "
        + "unknown)"
    ).on(.comparison, .methodology),
    Key(
      "tiers", labels("tier", "approved"), "The tiers, with their labels.", "{ approved: Approved }"
    ).bounded.on(.category, .vendor, .methodology),
    Key(
      "groups", .map(id: "group", example: "scores", .record(group)),
      "The tables of a comparison, in page order.",
      "{ scores: { title: Scores, criteria: { trust: { label: Trust, kind: score } } } }"
    ).bounded.required.on(.comparison, .vendor, .category, .methodology),
    Key(
      "segments", .record(segments), "For whom a vendor suits; reports fill it with `fit`.",
      "{ title: Segment fit, rows: { startup: Startups } }"
    ).on(.comparison, .vendor, .methodology),
    Key(
      "frameworks", .map(id: "framework", example: "goals", .record(framework)),
      "Assessments of several dimensions, each with a score.",
      "{ goals: { title: GOALS, dimensions: { governance: Governance } } }"
    ).bounded.on(.vendor, .methodology),
    Key(
      "panel", .record(panel), "Reviewers who vote for or against each vendor.",
      "{ title: Scorecard, personas: { builder: The Builder } }"
    ).on(.comparison, .vendor),
    Key(
      "assessment", .list(.record(sentence)), "Sentences about a pair, tried in order.",
      #"[{ when: scores.trust, text: '\(leader.name) leads.' }]"#
    ).bounded.on(.comparison),
  ]

  /// Ids with labels.
  static func labels(_ id: String, _ example: String) -> Key.Shape {
    .map(id: id, example: example, .text)
  }

  static let winner = [
    Key(
      "by", .words(WinnerRule.Basis.allCases.map(\.rawValue)),
      "Who wins: the better headline, the vendor that leads more rows, or nobody.", "leads"
    ).standard("`headline`"),
    Key("margin", .number, "A difference up to this is no win.", "5").standard("0"),
    Key(
      "requireShared", .count, "The ranked criteria that must be comparable for a winner.", "3"
    ).standard("1"),
  ]

  static let indexed = [
    Key("minShared", .count, "The criteria of which both vendors need a value.", "6")
      .standard("0"),
    Key("minDifferent", .count, "The criteria on which their values must differ.", "2")
      .standard("0"),
  ]

  static let scale = [
    Key("ranked", .list(.text), "The ids of values, from worst to best.", "[alpha, beta, stable]")
      .bounded
      .required,
    Key("unranked", .list(.text), "The ids of values that neither lead nor lose.", "[unknown]")
      .bounded,
    Key("labels", labels("value", "alpha"), "What readers see.", "{ alpha: Alpha version }")
      .atMost(2 * Bounds.entries).standard("the ids"),
  ]

  static let group = [
    Key("title", .text, "The heading of the table.", "Scores").required,
    Key("rowHeader", .text, "The heading of the first column.", "Category")
      .standard("the title"),
    Key(
      "ties", .words(Group.TieMark.allCases.map(\.rawValue)), "How a tie is marked.", "blank"
    ).standard("`equals`"),
    Key("leaders", .truth, "Whether the table says who leads each row.", "false")
      .standard("`true`"),
    Key(
      "criteria", .map(id: "criterion", example: "trust", .record(criterion)),
      "The rows, in page order.", "{ trust: { label: Trust, kind: score } }"
    ).required,
  ]

  static let criterion = [
    Key("label", .text, "The name of the row.", "Trust score").required,
    Key("kind", .words(Kind.allCases.map(\.rawValue)), "What the values are.", "score").required,
    Key("max", .number, "The best possible score.", "10").standard("100"),
    Key("unit", .text, "The unit after a number or a count.", "GB").beside("kind: number"),
    Key("digits", .integer(0...20), "The digits after the decimal sign.", "1")
      .standard("as many as the report has"),
    Key("currency", .text, "The currency of plain amounts, by its code of ISO 4217.", "EUR")
      .beside("kind: money"),
    Key("scale", .text, "The scale of a `level`, which needs one, or of a `state`.", "fit")
      .beside("kind: level").standard("`state`, for a state"),
    Key("better", .words(Better.allCases.map(\.rawValue)), "Which values are better.", "lower")
      .standard("`higher`"),
    Key("within", .number, "A difference up to this is a tie.", "2").standard("0"),
    Key("minCount", .count, "The votes that a rating needs to be ranked.", "5")
      .beside("kind: rating").standard("0"),
    Key("leaders", .truth, "Whether the row has a leader.", "false")
      .standard("`true` for kinds that have an order; a `version` needs `true` or `better`"),
    Key(
      "words", .map(id: "word", example: "never", .words(DateWord.allCases.map(\.rawValue))),
      "Words in place of dates, and where they stand among dates.", "{ never: last }"
    ).bounded.beside("kind: date"),
    Key("help", .text, "What the criterion means.", "How far the vendor can be trusted."),
  ]

  static let segments = [
    Key("title", .text, "The heading of the table.", "Segment fit").required,
    Key("rowHeader", .text, "The heading of the first column.", "Size").standard("Segment"),
    Key("scale", .text, "The scale of the values.", "fit").standard("`fit`"),
    Key(
      "rows", labels("segment", "startup"), "The segments, with their labels.",
      "{ startup: Startups }"
    ).bounded.required,
  ]

  static let framework = [
    Key("title", .text, "The name of the framework.", "GOALS").required,
    Key("source", .text, "Where the framework comes from.", "Trust Before Intelligence"),
    Key("scale", .record(range), "The range of scores.", "{ min: 1, max: 5 }")
      .standard("1 to 5"),
    Key("checks", .integer(0...100), "The most checks of a dimension.", "6").standard("0"),
    Key(
      "dimensions", labels("dimension", "governance"), "What is scored, with labels.",
      "{ governance: Governance }"
    ).bounded.required,
  ]

  static let range = [
    Key("min", .integer(0...1000), "The worst score.", "1").standard("1"),
    Key("max", .integer(0...1000), "The best score.", "5").standard("5"),
  ]

  static let panel = [
    Key("title", .text, "The heading of the reviews.", "Scorecard").required,
    Key("votes", .list(.text), "What a reviewer may vote.", "[buy, pass]").bounded
      .standard("`[ship, skip]`"),
    Key("synthetic", .truth, "Whether the reviewers are made up, which pages then say.", "true")
      .standard("`false`"),
    Key(
      "personas", labels("persona", "builder"), "The reviewers, with their names.",
      "{ builder: The Builder }"
    ).bounded.required,
  ]

  static let sentence = [
    Key(
      "when", .text, "The criterion `group.criterion` that the sentence is about.",
      "scores.trust"
    ).required,
    Key("text", .text, "The sentence if one vendor leads.", #"'\(leader.name) leads.'"#),
    Key("tied", .text, "The sentence if both are equal.", "Both are equal."),
    Key("missing", .text, "The sentence if a value is missing.", "Not enough is known."),
    Key(
      "notWinner", .text, "The sentence if the leader of this criterion does not win.",
      #"'\(leader.name) is ahead here.'"#),
  ]
}
