import Markup
package import Templating

/// The types of a vendor and its report.
package enum VendorTypes {
  package static let evidence = RecordType(
    "evidence", identifiedBy: "url",
    [
      Member("url", .text, "The source's address."),
      Member("title", .text, "Its title; the address when it has none."),
      Member("accessed", .optional(.text), "The date it was read, in ISO format."),
      Member("accessedShown", .optional(.text), "The date it was read, for readers."),
    ])

  package static let cell = RecordType(
    "cell",
    [
      Member("isMissing", .bool, "Whether the value is missing; show \"—\" and say \"no data\"."),
      Member("shown", .text, "The value as plain text, empty when missing."),
      Member("html", .html, "The value with its Markdown rendered."),
      Member(
        "number", .optional(.number),
        "The number to draw with: points, an amount, percent, seconds or stars; nil for words."),
      Member(
        "share", .optional(.number),
        "Where the value lies in the criterion's range, from 0 to 100; nil for kinds without one."),
      Member("kind", .text, "The criterion's kind: score, state, list, …"),
      Member("icon", .optional(.text), "The id of a scale value: yes, no, partial, …"),
      Member("items", .list(.html), "The parts of a list or a set."),
      Member("note", .optional(.html), "What the report adds to the value."),
      Member("scope", .optional(.text), "The offering that the value applies to."),
      Member("evidence", .list(.record(evidence)), "Where the value can be checked."),
      Member("confidence", .optional(.text), "measured, third-party, vendor-attested or inferred."),
      Member("asOf", .optional(.text), "The date of the value, in ISO format."),
      Member("asOfShown", .optional(.text), "The date of the value, for readers."),
      Member(
        "change", .optional(.text),
        "How it differs from the previous report, in words: \"+3 since 2026-W13\"."),
      Member(
        "reason", .optional(.text), "Why a score differs from the previous report, if it says."),
      Member("isUnsourced", .bool, "Whether it is ranked without evidence (T-07)."),
    ])

  package static let vendor = RecordType(
    "vendor", identifiedBy: "slug",
    [
      Member("slug", .text, "The vendor's file name."),
      Member("name", .text, "The short name."),
      Member("distinctName", .text, "The name, with the slug where two vendors share it (S-07)."),
      Member("title", .text, "The long name; the short one when there is none."),
      Member("url", .text, "The vendor's page."),
      Member("week", .text, "The week of the report in force."),
      Member("updated", .text, "The date its data changed, in ISO format."),
      Member("updatedShown", .text, "That date for readers."),
      Member("isStale", .bool, "Whether the report is older than the site allows."),
      Member("tier", .optional(.text), "The label of the vendor's tier."),
      Member("tagline", .optional(.text), "A short line under the name."),
      Member("summary", .optional(.text), "One or two sentences."),
      Member("website", .optional(.text), "The vendor's own site."),
      Member("logo", .optional(.text), "The address of the logo."),
      Member(
        "headline", .optional(.record(cell)), "The value it is ranked by; nil without a headline."),
      Member(
        "relationship", .optional(.text), "What ties the publisher to the vendor, if anything."),
      Member("pros", .list(.html), "What speaks for it."),
      Member("cons", .list(.html), "What speaks against it."),
      Member("bestFor", .list(.html), "Whom it suits."),
      Member("cautionFor", .list(.html), "Who should be careful."),
      Member("disclosure", .optional(.text), "How its report was made (T-01)."),
      Member("facts", .record(AssessmentTypes.facts), "How many of its values have a source."),
      Member("panel", .optional(.record(AssessmentTypes.verdict)), "What the panel says."),
      Member("votes", .optional(.record(AssessmentTypes.votes)), "What the community says."),
      Member("entryPrice", .optional(.record(cell)), "Its money criterion `entry`."),
      Member(
        "series", .list(.record(HistoryTypes.series)),
        "Its numbers over the weeks, of each criterion with at least two."),
    ])

  package static let reportRow = RecordType(
    "reportRow", identifiedBy: "id",
    [
      Member("id", .text, "The criterion's id."),
      Member("label", .text, "Its label."),
      Member("help", .optional(.text), "What it means."),
      Member("lowerIsBetter", .bool, "Whether low values are better."),
      Member("earlierIsBetter", .bool, "Whether it is a date, and low values are better."),
      Member("cell", .record(cell), "The vendor's value."),
      Member("cells", .list(.record(cell)), "The same as a list, as rows of comparisons have it."),
    ])

  package static let reportGroup = RecordType(
    "reportGroup", identifiedBy: "id",
    [
      Member("id", .text, "The group's id."),
      Member("kind", .text, "The kind of all its criteria; table when they differ."),
      Member("title", .text, "Its title."),
      Member("rowHeader", .text, "The head of the first column."),
      Member("caption", .text, "The table's caption, unique on the page."),
      Member("rows", .list(.record(reportRow)), "Its criteria."),
    ])

  package static let offering = RecordType(
    "offering", identifiedBy: "id",
    [Member("id", .text, "Its id."), Member("label", .text, "Its name.")])

  package static let heading = RecordType(
    "heading", identifiedBy: "id",
    [Member("id", .text, "The anchor."), Member("text", .text, "The heading's text.")])

  package static let source = RecordType(
    "source", identifiedBy: "id",
    [
      Member("id", .text, "The source's id."),
      Member("url", .text, "Its address."),
      Member("title", .text, "Its title."),
      Member("accessed", .optional(.text), "The date it was read, in ISO format."),
      Member("accessedShown", .optional(.text), "The date it was read, for readers."),
    ])

  package static let report = RecordType(
    "report",
    [
      Member("week", .text, "The report's week."),
      Member("body", .html, "The report's text."),
      Member("contents", .list(.record(heading)), "Its level-2 headings."),
      Member("groups", .list(.record(reportGroup)), "The groups in which the vendor has a value."),
      Member("segments", .optional(.record(reportGroup)), "Whom it fits."),
      Member("offerings", .list(.record(offering)), "The forms in which it is sold."),
      Member("sources", .list(.record(source)), "What the report cites."),
      Member(
        "frameworks", .list(.record(AssessmentTypes.framework)), "The frameworks it is assessed by."
      ),
      Member("stack", .optional(.record(AssessmentTypes.stack)), "Its place among other systems."),
      Member("risks", .list(.record(AssessmentTypes.risk)), "What can go wrong."),
      Member(
        "scenarios", .list(.record(AssessmentTypes.scenario)),
        "Scenarios, and how well it fits them."),
      Member(
        "alternatives", .list(.record(AssessmentTypes.alternative)), "What to choose instead."),
      Member(
        "complements", .list(.record(AssessmentTypes.alternative)), "Products that go well with it."
      ),
    ])

  package static let closeVendor = RecordType(
    "closeVendor", identifiedBy: "url",
    [
      Member("rank", .optional(.number), "Its place in the category; nil when not comparable."),
      Member("name", .text, "Its name."),
      Member("url", .text, "Its page."),
      Member("isStale", .bool, "Whether its report is old."),
      Member("isNamed", .bool, "Whether the report names it as an alternative."),
      Member("note", .optional(.html), "What the report says of it."),
      Member("summary", .optional(.text), "A sentence or two about it."),
      Member("value", .optional(.record(cell)), "The value it is ranked by."),
      Member("comparison", .record(SiteTypes.link), "The comparison of the two."),
    ])

  package static let standing = RecordType(
    "standing", identifiedBy: "url",
    [
      Member("label", .text, "The label of the criterion that ranks vendors."),
      Member("rank", .optional(.number), "The place; nil when not comparable."),
      Member("count", .number, "The number of vendors that have a place."),
      Member("url", .text, "The ranking."),
    ])

  package static let badge = RecordType(
    "badge", identifiedBy: "url",
    [
      Member("url", .text, "The picture's address."),
      Member("text", .text, "What the picture says."),
      Member("width", .number, "Its width in pixels."),
      Member("height", .number, "Its height in pixels."),
      Member("html", .text, "The code that shows it on another site."),
      Member("markdown", .text, "The same in Markdown."),
    ])

  package static let vendorComparison = RecordType(
    "vendorComparison", identifiedBy: "url",
    [
      Member("vendor", .record(vendor), "The other vendor."),
      Member("text", .text, "The comparison's title."),
      Member("url", .text, "Its page."),
      Member("winnerName", .optional(.text), "Who wins; nil when nobody does."),
    ])
}
