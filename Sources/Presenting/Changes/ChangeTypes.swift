package import Templating

/// The types of what changed between two weeks.
package enum ChangeTypes {
  package static let vendor = RecordType(
    "changedVendor",
    [
      Member("name", .text, "The vendor's name."),
      Member("url", .optional(.text), "Its page; nil when it has none any more."),
      Member("from", .text, "What it was: the old name or tier."),
      Member("to", .text, "What it is now."),
    ])

  package static let winner = RecordType(
    "changedWinner",
    [
      Member("text", .text, "The comparison's title."),
      Member("url", .optional(.text), "Its page; nil when it has none any more."),
      Member("from", .optional(.text), "Who won; nil when nobody did."),
      Member("to", .optional(.text), "Who wins now; nil when nobody does."),
    ])

  package static let value = RecordType(
    "changedValue",
    [
      Member("name", .text, "The vendor's name."),
      Member("url", .optional(.text), "Its page; nil when it has none any more."),
      Member("criterion", .text, "The criterion's label."),
      Member("from", .record(VendorTypes.cell), "The value before."),
      Member("to", .record(VendorTypes.cell), "The value now."),
      Member("hasLeads", .bool, "The criterion marks leaders."),
      Member("gained", .number, "How many vendors it leads now and did not before."),
      Member("lost", .number, "How many vendors it led and does not now."),
    ])

  package static let rule = RecordType(
    "changedRule",
    [
      Member("label", .text, "The criterion's label."),
      Member("from", .optional(.text), "What it was; nil for a new one."),
      Member("to", .optional(.text), "What it is now; nil for one that is gone."),
    ])

  package static let rubric = RecordType(
    "changedRubric",
    [
      Member("from", .text, "The last week known to have the old rubric."),
      Member("to", .text, "The first week known to have the new one."),
      Member("added", .list(.record(rule)), "New criteria, in page order."),
      Member("retired", .list(.record(rule)), "Criteria that are gone."),
      Member("redefined", .list(.record(rule)), "Criteria that are defined otherwise."),
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
      Member("ended", .list(.text), "Labels of criteria that no report in force has any more."),
      Member("added", .list(.record(vendor)), "New vendors, by slug."),
      Member("retired", .list(.record(vendor)), "Vendors that ended, by slug."),
      Member("renamed", .list(.record(vendor)), "Vendors with another name, by slug."),
      Member("tiers", .list(.record(vendor)), "Vendors with another tier, by slug."),
      Member("winners", .list(.record(winner)), "Comparisons that end otherwise, by weight."),
      Member("moreWinners", .number, "How many of these are not listed."),
      Member("values", .list(.record(value)), "Values that changed, by weight."),
      Member("moreValues", .number, "How many of these are not listed."),
    ])

  package static let week = RecordType(
    "changedWeek", identifiedBy: "name",
    [
      Member("name", .text, "The week, such as 2026-W14."),
      Member("since", .text, "The week it is compared with: the one before that has reports."),
      Member("url", .text, "Its page."),
      Member("categories", .list(.record(category)), "The categories in which something changed."),
    ])

  package static let weekLink = RecordType(
    "week", identifiedBy: "name",
    [
      Member("name", .text, "The week, such as 2026-W14."),
      Member("url", .optional(.text), "What changed in it; nil for the first."),
      Member("reports", .number, "How many reports are of it."),
      Member("isShown", .bool, "It is the week of this page."),
    ])
}
