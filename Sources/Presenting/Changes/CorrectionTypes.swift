package import Templating

/// The types of the corrections log.
package enum CorrectionTypes {
  package static let correction = RecordType(
    "correction", identifiedBy: "id",
    [
      Member("id", .text, "The anchor of the entry."),
      Member("date", .text, "The date of the correction, in ISO format."),
      Member("dateShown", .text, "That date for readers."),
      Member("subject", .text, "Links to its corrections."),
      Member("url", .optional(.text), "Its page; nil when it no longer has one."),
      Member("week", .optional(.text), "The week of the corrected report."),
      Member("wrong", .html, "What the site said."),
      Member("right", .html, "What is correct."),
    ])
}
