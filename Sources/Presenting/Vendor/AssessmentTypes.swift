import Content
package import Templating

/// The types of a report's assessments other than its criteria.
package enum AssessmentTypes {
  package static let check = RecordType(
    "check", identifiedBy: "id",
    [
      Member("id", .text, "The check's id, such as G1."),
      Member("isMet", .bool, "Whether the vendor meets it."),
      Member("note", .optional(.html), "What the report adds."),
    ])

  package static let scoreOverride = RecordType(
    "override",
    [
      Member("label", .text, "The analysts' word for it, such as lenient."),
      Member("reason", .text, "Why the score differs from the checks (T-10)."),
    ])

  package static let dimension = RecordType(
    "dimension", identifiedBy: "id",
    [
      Member("id", .text, "The dimension's id."),
      Member("label", .text, "Its name."),
      Member("isAssessed", .bool, "Whether the report says something about it."),
      Member("scoreShown", .optional(.text), "The assigned score, such as 4/5."),
      Member("scoreBar", .number, "The score as the length of a bar, 0 to 200."),
      Member("rawShown", .optional(.text), "The checks met, such as 3/6; nil without checks."),
      Member("checks", .list(.record(check)), "The checks, in the order written."),
      Member("override", .optional(.record(scoreOverride)), "Why the score differs, if it does."),
      Member("cap", .optional(.text), "A sentence on what limits the score."),
      Member("note", .optional(.html), "What the report says about it."),
    ])

  package static let framework = RecordType(
    "framework", identifiedBy: "id",
    [
      Member("id", .text, "The framework's id."),
      Member("title", .text, "Its title."),
      Member("source", .optional(.text), "Where it comes from."),
      Member("caption", .text, "The table's caption, unique on the page."),
      Member("scale", .text, "The range of its scores, such as 1 to 5."),
      Member("hasChecks", .bool, "Whether the report answers checks of it."),
      Member("checkWidth", .number, "The width of a check in a picture of 108 units."),
      Member(
        "totalShown", .optional(.text),
        "The sum of the scores, such as 20/25; nil when one is missing."),
      Member("percentShown", .optional(.text), "The sum out of 100, rounded half up."),
      Member("rawShown", .optional(.text), "All checks met, such as 17/30."),
      Member("summary", .text, "What the picture shows, in words."),
      Member("dimensions", .list(.record(dimension)), "All of its dimensions."),
    ])

  package static let stack = RecordType(
    "stack",
    [
      Member("role", .optional(.text), "What it does."),
      Member("layer", .optional(.text), "The layer it belongs to."),
      Member("upstream", .optional(.html), "What comes in, and from where."),
      Member("downstream", .optional(.html), "What goes out, and to where."),
    ])

  package static let risk = RecordType(
    "risk", identifiedBy: "title",
    [
      Member("title", .text, "The risk in a few words."),
      Member("text", .optional(.html), "What it is."),
      Member("mitigation", .optional(.html), "What can be done."),
    ])

  package static let scenario = RecordType(
    "scenario", identifiedBy: "title",
    [
      Member("title", .text, "The scenario."),
      Member("fit", .optional(.record(CategoryTypes.scaleValue)), "How well it fits."),
      Member("text", .optional(.html), "Why."),
    ])

  package static let alternative = RecordType(
    "alternative", identifiedBy: "name",
    [
      Member("name", .text, "The product's name."),
      Member("url", .optional(.text), "Its page here, or its own; nil when there is none."),
      Member("isCovered", .bool, "Whether it has a page on this site."),
      Member("note", .optional(.html), "How the two relate."),
    ])

  package static let review = RecordType(
    "review",
    [
      Member("vote", .optional(.text), "The persona's vote."),
      Member("quote", .optional(.html), "What it says."),
    ])

  package static let verdict = RecordType(
    "panelVerdict",
    [
      Member("share", .optional(.text), "The share of the first kind of vote, rounded half up."),
      Member("met", .number, "Votes of the first kind."),
      Member("cast", .number, "All votes."),
      Member(
        "reviews", .list(.record(review)), "One review per persona, in the order of the rubric."),
    ])

  package static let votes = RecordType(
    "votes",
    [
      Member("share", .optional(.text), "Votes up as a percentage; nil when there are none."),
      Member("up", .number, "Votes up."),
      Member("count", .number, "All votes."),
    ])

  package static let panel = RecordType(
    "panel",
    [
      Member("title", .text, "The title of the scorecard."),
      Member("isSynthetic", .bool, "Whether the personas are not real people (T-05)."),
      Member("vote", .text, "The vote whose share is shown, such as ship."),
      Member("personas", .list(.record(CategoryTypes.scaleValue)), "Who votes."),
    ])

  package static let facts = RecordType(
    "facts",
    [
      Member("sourced", .number, "Values with evidence (T-07)."),
      Member("count", .number, "All values."),
      Member("unsourced", .number, "Ranked values without evidence."),
    ])
}
