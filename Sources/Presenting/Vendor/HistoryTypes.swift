package import Templating

/// The types of a vendor's scores over the weeks.
package enum HistoryTypes {
  package static let point = RecordType(
    "point", [Member("x", .text, "Across, in pixels."), Member("y", .text, "Down, in pixels.")])

  package static let chart = RecordType(
    "chart", identifiedBy: "id",
    [
      Member("id", .text, "The criterion's id."),
      Member("title", .text, "What it shows."),
      Member("description", .text, "The same in a sentence (X-13)."),
      Member("caption", .text, "The first value and the latest."),
      Member("width", .number, "In pixels."),
      Member("lines", .list(.text), "Points of weeks that follow each other, as \"x,y x,y\"."),
      Member("points", .list(.record(point)), "Each value."),
    ])

  package static let row = RecordType(
    "historyRow", identifiedBy: "week",
    [
      Member("week", .text, "The week of a report, or the weeks of a gap."),
      Member(
        "note", .optional(.text), "What became of the rubric in that week, instead of values."),
      Member("isGap", .bool, "There is no report of these weeks."),
      Member("isCurrent", .bool, "The report is the one in force."),
      Member("url", .optional(.text), "The page of an earlier report."),
      Member("cells", .list(.record(VendorTypes.cell)), "The values, in the order of `columns`."),
    ])

  package static let history = RecordType(
    "history",
    [
      Member("feedURL", .optional(.text), "The vendor's Atom feed; nil beside an earlier report."),
      Member("columns", .list(.text), "The labels of the criteria."),
      Member("rows", .list(.record(row)), "Newest first, gaps between them."),
      Member("charts", .list(.record(chart)), "Of criteria with at least two values."),
    ])
}
