package import Templating

/// The types of a category's ranking and of its rubric.
package enum CategoryTypes {
  package static let place = RecordType(
    "place",
    [
      Member("rank", .optional(.number), "The place, shared by equals; nil when not comparable."),
      Member("vendor", .record(VendorTypes.vendor), "The vendor."),
      Member("value", .optional(.record(VendorTypes.cell)), "The value that ranks."),
      Member("cells", .list(.record(VendorTypes.cell)), "Its values, in the order of `columns`."),
      Member("leads", .list(.bool), "Of each of `cells`: it leads the column, if not all do."),
    ])

  package static let column = RecordType(
    "column", identifiedBy: "id",
    [
      Member("id", .text, "The criterion, as group.criterion."),
      Member("label", .text, "Its label."),
      Member("lowerIsBetter", .bool, "A low value is the good one."),
    ])

  package static let pair = RecordType(
    "pair", identifiedBy: "url",
    [
      Member("text", .text, "The comparison's title."),
      Member("url", .text, "Its page."),
      Member("left", .text, "The slug of the left vendor."),
      Member("right", .text, "The slug of the right vendor."),
    ])

  package static let choice = RecordType(
    "choice", identifiedBy: "slug",
    [Member("slug", .text, "A vendor's slug."), Member("name", .text, "Its name.")])

  package static let category = RecordType(
    "category", identifiedBy: "slug",
    [
      Member("slug", .text, "The category's file name."),
      Member("title", .text, "Its title."),
      Member("tagline", .optional(.text), "One line about it."),
      Member("url", .text, "Its page."),
      Member("methodologyURL", .text, "The page that states its rules."),
      Member("headlineLabel", .optional(.text), "The label of the criterion that ranks."),
      Member("lowerIsBetter", .bool, "A low headline is the good one."),
      Member("vendorCount", .number, "How many vendors it has."),
      Member("pairCount", .number, "How many comparison pages it has."),
      Member("vendors", .list(.record(choice)), "All vendors, by name, for the picker."),
      Member(
        "ranking", .list(.record(place)), "The vendors, best first; on the home page the top 10."),
      Member("columns", .list(.record(column)), "The ranked criteria."),
      Member(
        "pairs", .list(.record(pair)),
        "Its comparisons: at home those of the best, on its page all, when there are at most 2,500."
      ),
    ])

  package static let scaleValue = RecordType(
    "scaleValue", identifiedBy: "id",
    [Member("id", .text, "The value's id."), Member("label", .text, "Its label.")])

  package static let scale = RecordType(
    "scale", identifiedBy: "name",
    [
      Member("name", .text, "The scale's name."),
      Member("ranked", .list(.record(scaleValue)), "Worst to best."),
      Member("unranked", .list(.record(scaleValue)), "Values that never lead and never lose."),
    ])

  package static let criterion = RecordType(
    "criterion", identifiedBy: "id",
    [
      Member("id", .text, "The criterion's id."),
      Member("label", .text, "Its label."),
      Member("kind", .text, "Its kind."),
      Member("kindShown", .text, "Its kind in words."),
      Member("direction", .text, "higher, lower or none."),
      Member("directionShown", .text, "The direction in context."),
      Member("range", .optional(.text), "The values it takes, if bounded."),
      Member("within", .optional(.text), "The difference that still counts as a tie."),
      Member("minCount", .optional(.number), "How many ratings it needs."),
      Member("help", .optional(.text), "What it means."),
      Member("scale", .optional(.text), "The name of its scale."),
    ])

  package static let criteriaGroup = RecordType(
    "criteriaGroup", identifiedBy: "id",
    [
      Member("id", .text, "The group's id."),
      Member("title", .text, "Its title."),
      Member("criteria", .list(.record(criterion)), "Its criteria."),
    ])

  package static let segmentRules = RecordType(
    "segmentRules",
    [
      Member("title", .text, "The table's title."),
      Member("rows", .list(.record(scaleValue)), "The segments."),
    ])
}
