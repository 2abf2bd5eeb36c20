package import Templating

/// The types of the corrections log.
package enum CorrectionTypes {
  package static let correction = RecordType(
    "correction", identifiedBy: "id",
    [
      Member("id", .text, "The anchor of the entry."),
      Member("date", .text, "When it was corrected, as an ISO date."),
      Member("dateShown", .text, "The same date for readers."),
      Member("subject", .text, "What was corrected."),
      Member("url", .optional(.text), "Its page; nil when it has none any more."),
      Member("week", .optional(.text), "The week of the corrected report."),
      Member("wrong", .html, "What was said."),
      Member("right", .html, "What is so."),
    ])
}
