package import Templating

/// The types of a vendor's scores over the weeks.
package enum HistoryTypes {
  package static let point = RecordType(
    "point",
    [
      Member("x", .text, "The horizontal position in pixels."),
      Member("y", .text, "The vertical position in pixels."),
    ])

  package static let seriesPoint = RecordType(
    "seriesPoint", identifiedBy: "week",
    [
      Member("week", .text, "The week of the report."),
      Member("weeksAgo", .number, "How many weeks before the week of the site."),
      Member("number", .number, "The number to draw with."),
      Member("share", .optional(.number), "From 0 to 100 in the criterion's range."),
      Member("shown", .text, "The value as plain text."),
    ])

  /// The same weeks and ranges for all vendors, so that several can share one chart.
  package static let series = RecordType(
    "series", identifiedBy: "id",
    [
      Member("id", .text, "The criterion's id."),
      Member("label", .text, "Its label."),
      Member("points", .list(.record(seriesPoint)), "Each value, oldest first."),
    ])

  package static let chart = RecordType(
    "chart", identifiedBy: "id",
    [
      Member("id", .text, "The criterion's id."),
      Member("title", .text, "What it shows."),
      Member("description", .text, "A sentence on what it shows (X-13)."),
      Member("caption", .text, "The first value and the latest."),
      Member("width", .number, "In pixels."),
      Member("lines", .list(.text), "Points of consecutive weeks, as \"x,y x,y\"."),
      Member("gaps", .list(.text), "Points around weeks without a value, in the same form."),
      Member("points", .list(.record(point)), "Each value."),
    ])

  package static let row = RecordType(
    "historyRow", identifiedBy: "week",
    [
      Member("week", .text, "The week of a report, or the weeks of a gap."),
      Member(
        "note", .optional(.text), "What became of the rubric in that week, instead of values."),
      Member("reason", .optional(.text), "Why scores moved in that week, as the report says."),
      Member("isGap", .bool, "Whether the row stands for weeks without a report."),
      Member("isCurrent", .bool, "Whether the report is the one in force."),
      Member("url", .optional(.text), "The page of an earlier report."),
      Member("cells", .list(.record(VendorTypes.cell)), "The values, in the order of `columns`."),
    ])

  package static let history = RecordType(
    "history",
    [
      Member("feedURL", .optional(.text), "The vendor's Atom feed; nil for an earlier report."),
      Member("columns", .list(.text), "The labels of the criteria."),
      Member("rows", .list(.record(row)), "The rows, newest first, with gaps between them."),
      Member("charts", .list(.record(chart)), "Charts of criteria with at least two values."),
    ])
}
