package import Templating

/// The types of the changes between two weeks.
package enum ChangeTypes {
  package static let vendor = RecordType(
    "changedVendor",
    [
      Member("name", .text, "The vendor's name."),
      Member("url", .optional(.text), "Its page; nil when it no longer has one."),
      Member("from", .text, "The old name, slug or tier."),
      Member("to", .text, "The new name, slug or tier."),
    ])

  package static let winner = RecordType(
    "changedWinner",
    [
      Member("text", .text, "The comparison's title."),
      Member("url", .optional(.text), "Its page; nil when it no longer has one."),
      Member("from", .optional(.text), "Who won; nil when nobody did."),
      Member("to", .optional(.text), "Who wins now; nil when nobody does."),
    ])

  package static let value = RecordType(
    "changedValue",
    [
      Member("name", .text, "The vendor's name."),
      Member("url", .optional(.text), "Its page; nil when it no longer has one."),
      Member("criterion", .text, "The criterion's label."),
      Member("from", .record(VendorTypes.cell), "The value before."),
      Member("to", .record(VendorTypes.cell), "The value now."),
      Member("reason", .optional(.text), "Why the score moved, as the report says."),
      Member("hasLeads", .bool, "Whether the criterion marks leaders."),
      Member("gained", .number, "The number of vendors it newly leads."),
      Member("lost", .number, "The number of vendors it no longer leads."),
    ])

  package static let rule = RecordType(
    "changedRule",
    [
      Member("label", .text, "The criterion's label."),
      Member("from", .optional(.text), "The old definition; nil for a new criterion."),
      Member("to", .optional(.text), "The new definition; nil for a removed criterion."),
    ])

  package static let rubric = RecordType(
    "changedRubric",
    [
      Member("from", .text, "The last week known to have the old rubric."),
      Member("to", .text, "The first week known to have the new one."),
      Member("added", .list(.record(rule)), "New criteria, in page order."),
      Member("retired", .list(.record(rule)), "Removed criteria."),
      Member("redefined", .list(.record(rule)), "Criteria whose definition changed."),
      Member("winner", .optional(.record(rule)), "How the winner is found, if that changed."),
    ])

  package static let category = RecordType(
    "changedCategory", identifiedBy: "slug",
    [
      Member("slug", .text, "The category's file name."),
      Member("title", .text, "Its title."),
      Member("url", .text, "Its page."),
      Member("rubric", .list(.record(rubric)), "How the rubric changed, oldest first."),
      Member("begun", .list(.text), "Labels of criteria that came into use."),
      Member("ended", .list(.text), "Labels of criteria that went out of use."),
      Member("added", .list(.record(vendor)), "New vendors, by slug."),
      Member("retired", .list(.record(vendor)), "Retired vendors, by slug."),
      Member("renamed", .list(.record(vendor)), "Vendors whose name or slug changed, by slug."),
      Member("tiers", .list(.record(vendor)), "Vendors whose tier changed, by slug."),
      Member(
        "winners", .list(.record(winner)), "Comparisons whose winner changed, most important first."
      ),
      Member("moreWinners", .number, "The number of further ones, which are not listed."),
      Member("values", .list(.record(value)), "Values that changed, most important first."),
      Member("moreValues", .number, "The number of further ones, which are not listed."),
    ])

  package static let week = RecordType(
    "changedWeek", identifiedBy: "name",
    [
      Member("name", .text, "The week, such as 2026-W14."),
      Member("date", .text, "Its Monday, in ISO format."),
      Member("dateShown", .text, "Its Monday for readers."),
      Member("since", .text, "The previous week with reports, which it is compared with."),
      Member("url", .text, "Its page."),
      Member("categories", .list(.record(category)), "The categories in which something changed."),
    ])

  package static let weekLink = RecordType(
    "week", identifiedBy: "name",
    [
      Member("name", .text, "The week, such as 2026-W14."),
      Member("date", .text, "Its Monday, in ISO format."),
      Member("dateShown", .text, "Its Monday for readers."),
      Member("url", .optional(.text), "The page about its changes; nil for the first week."),
      Member("reports", .number, "The number of its reports."),
      Member("isShown", .bool, "Whether this page is about the week."),
    ])
}
