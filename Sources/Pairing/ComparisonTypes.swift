import Presenting
import Templating

/// The types of a comparison of two vendors.
enum ComparisonTypes {
  static let row = RecordType(
    "row", identifiedBy: "id",
    [
      Member("id", .text, "The criterion's id."),
      Member("label", .text, "Its label."),
      Member("help", .optional(.text), "What it means."),
      Member("lowerIsBetter", .bool, "A low value is the good one."),
      Member("left", .record(VendorTypes.cell), "The left vendor's value."),
      Member("right", .record(VendorTypes.cell), "The right vendor's value."),
      Member("hasLead", .bool, "The row marks a leader."),
      Member("lead", .text, "left, right, tie or none."),
      Member(
        "leader", .optional(.record(VendorTypes.vendor)), "Who leads; nil for a tie or no data."),
      Member("isTie", .bool, "Both are equal."),
      Member("shared", .list(.html), "Of a set: what both have."),
      Member("onlyLeft", .list(.html), "Of a set: what only the left one has."),
      Member("onlyRight", .list(.html), "Of a set: what only the right one has."),
    ])

  static let group = RecordType(
    "group", identifiedBy: "id",
    [
      Member("id", .text, "The group's id."),
      Member("kind", .text, "Which partial in partials/groups/ shows it: table."),
      Member("title", .text, "Its title."),
      Member("rowHeader", .text, "The head of the first column."),
      Member("caption", .text, "The table's caption, unique on the page."),
      Member("hasLeaders", .bool, "The table has a leader column."),
      Member("tieMark", .text, "How a tie is marked: \"=\" or nothing."),
      Member("rows", .list(.record(row)), "Its criteria."),
    ])

  static let tally = RecordType(
    "tally",
    [
      Member("left", .number, "Rows that the left vendor leads."),
      Member("right", .number, "Rows that the right vendor leads."),
      Member("even", .number, "Ties; rows without data do not count."),
      Member("isEven", .bool, "Neither leads a row."),
    ])

  static let comparison = RecordType(
    "comparison",
    [
      Member("title", .text, "\"Llama vs Mistral\", or the editor's title."),
      Member("suffix", .optional(.text), "What the editor adds to the title."),
      Member("category", .record(SiteTypes.categoryLink), "The category of both."),
      Member("asOf", .text, "The newer week of the two reports."),
      Member("winner", .optional(.record(VendorTypes.vendor)), "Who wins; nil when nobody does."),
      Member("reason", .text, "headline, leads, tie, within-margin, insufficient-data or none."),
      Member("reasonShown", .text, "The same as a sentence."),
      Member("tally", .record(tally), "Who leads how many rows."),
      Member("groups", .list(.record(group)), "The tables, in page order."),
      Member("segments", .optional(.record(group)), "Whom each fits; without leaders."),
      Member("sentences", .list(.text), "The assessment."),
      Member("answer", .optional(.html), "The editor's direct answer."),
      Member("article", .optional(.record(ArticleTypes.article)), "The editor's article."),
      Member("corrections", .list(.record(SiteTypes.link)), "What was corrected on the page."),
      Member("runs", .list(.record(ArticleTypes.run)), "Prompts that both answered."),
      Member(
        "callToAction", .optional(.record(ArticleTypes.callToAction)), "What the site asks for."),
    ])
}
