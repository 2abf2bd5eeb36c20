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
      Member("lowerIsBetter", .bool, "Whether low values are better."),
      Member("earlierIsBetter", .bool, "Whether it is a date, and low values are better."),
      Member("left", .record(VendorTypes.cell), "The left vendor's value."),
      Member("right", .record(VendorTypes.cell), "The right vendor's value."),
      Member("cells", .list(.record(VendorTypes.cell)), "Both values, left and right."),
      Member("hasLead", .bool, "Whether the row marks a leader."),
      Member("lead", .text, "left, right, tie, not-comparable or none."),
      Member(
        "leader", .optional(.record(VendorTypes.vendor)),
        "The leader; nil for a tie or missing data."),
      Member("isTie", .bool, "Whether both are equal."),
      Member(
        "isSame", .bool, "Whether both sides show the same: equal values, or none on either."),
      Member("shared", .list(.html), "For a set, what both have."),
      Member("onlyLeft", .list(.html), "For a set, what only the left vendor has."),
      Member("onlyRight", .list(.html), "For a set, what only the right vendor has."),
    ])

  static let group = RecordType(
    "group", identifiedBy: "id",
    [
      Member("id", .text, "The group's id."),
      Member("kind", .text, "The kind of all its criteria; table when they differ."),
      Member("title", .text, "Its title."),
      Member("rowHeader", .text, "The head of the first column."),
      Member("caption", .text, "The table's caption, unique on the page."),
      Member("hasLeaders", .bool, "Whether the table has a leader column."),
      Member("tieMark", .text, "How a tie is marked: \"=\" or nothing."),
      Member("rows", .list(.record(row)), "Its criteria."),
      Member(
        "ranged", .list(.record(row)), "The rows whose values lie in a range, for drawings."),
      Member("differing", .number, "How many of its rows are not the same on both sides."),
      Member("isEmpty", .bool, "Whether neither vendor has a value in it."),
    ])

  static let tally = RecordType(
    "tally",
    [
      Member("left", .number, "Rows that the left vendor leads."),
      Member("right", .number, "Rows that the right vendor leads."),
      Member("even", .number, "Ties; rows without data do not count."),
      Member("total", .number, "All of these: the rows in which the two can be compared."),
      Member("isEven", .bool, "Whether neither leads a row."),
    ])

  static let comparison = RecordType(
    "comparison",
    [
      Member("title", .text, "\"Llama vs Mistral\", or the editor's title."),
      Member("suffix", .optional(.text), "What the editor adds to the title."),
      Member("category", .record(SiteTypes.categoryLink), "The category of both."),
      Member("asOf", .text, "The newer week of the two reports."),
      Member(
        "leftHeadline", .optional(.record(VendorTypes.cell)),
        "The left vendor's value that ranks, with enough digits to differ."),
      Member(
        "rightHeadline", .optional(.record(VendorTypes.cell)),
        "The right vendor's value that ranks, with enough digits to differ."),
      Member("winner", .optional(.record(VendorTypes.vendor)), "Who wins; nil when nobody does."),
      Member(
        "loser", .optional(.record(VendorTypes.vendor)), "The other one; nil when nobody wins."),
      Member("reason", .text, "headline, leads, tie, within-margin, insufficient-data or none."),
      Member("reasonShown", .text, "The reason as a sentence."),
      Member("tally", .record(tally), "How many rows each vendor leads."),
      Member("groups", .list(.record(group)), "The tables, in page order."),
      Member("differing", .number, "How many rows of the tables are not the same on both sides."),
      Member("segments", .optional(.record(group)), "Whom each vendor fits; without leaders."),
      Member("sentences", .list(.text), "The assessment."),
      Member("answer", .optional(.html), "The editor's direct answer."),
      Member("article", .optional(.record(ArticleTypes.article)), "The editor's article."),
      Member(
        "corrections", .list(.record(SiteTypes.link)), "Links to the corrections of the page."),
      Member("runs", .list(.record(ArticleTypes.run)), "Prompts that both answered."),
      Member(
        "callToAction", .optional(.record(ArticleTypes.callToAction)),
        "The site's call to action."),
    ])
}
