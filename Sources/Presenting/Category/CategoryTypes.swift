package import Templating

/// The types of a category's ranking and of its rubric.
package enum CategoryTypes {
  package static let place = RecordType(
    "place",
    [
      Member("rank", .optional(.number), "The place, which ties share; nil when not comparable."),
      Member("vendor", .record(VendorTypes.vendor), "The vendor."),
      Member("namePlace", .number, "The place of its name in the alphabet, from 1."),
      Member("value", .optional(.record(VendorTypes.cell)), "The value it is ranked by."),
      Member("cells", .list(.record(VendorTypes.cell)), "Its values, in the order of `columns`."),
      Member(
        "places", .list(.number),
        "The place of each of `cells` in its column, best first; 0 if it cannot be compared."),
      Member("leads", .list(.bool), "Whether each of `cells` leads its column; false if all tie."),
    ])

  package static let column = RecordType(
    "column", identifiedBy: "id",
    [
      Member("id", .text, "The criterion, as group.criterion."),
      Member("label", .text, "Its label."),
      Member("lowerIsBetter", .bool, "Whether low values are better."),
      Member("earlierIsBetter", .bool, "Whether it is a date, and low values are better."),
      Member("isHeadline", .bool, "Whether the category's own ranking is by it."),
      Member("help", .optional(.text), "What it means."),
      Member("range", .optional(.text), "The values it takes, if bounded."),
      Member("levels", .optional(.text), "The values of its scale, worst to best."),
      Member("url", .optional(.text), "The page that ranks vendors by it; nil if it ranks none."),
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
    [
      Member("slug", .text, "A vendor's slug."),
      Member("name", .text, "Its name."),
      Member("url", .text, "Where its comparisons are listed."),
    ])

  package static let category = RecordType(
    "category", identifiedBy: "slug",
    [
      Member("slug", .text, "The category's file name."),
      Member("title", .text, "Its title."),
      Member("tagline", .optional(.text), "One line about it."),
      Member("url", .text, "Its page."),
      Member("methodologyURL", .text, "The page that states its rules."),
      Member(
        "headlineLabel", .optional(.text), "The label of the criterion that ranks vendors."),
      Member("lowerIsBetter", .bool, "Whether low headlines are better."),
      Member("earlierIsBetter", .bool, "Whether it is by a date, and low values are better."),
      Member("vendorCount", .number, "The number of vendors."),
      Member("pairCount", .number, "The number of comparison pages."),
      Member("vendors", .list(.record(choice)), "All vendors, by name, for the picker."),
      Member(
        "ranking", .list(.record(place)), "The vendors, best first; on the home page the top 10."),
      Member(
        "columns", .list(.record(column)),
        "The ranked criteria; where none is ranked, those with states or levels."),
      Member("hasRankings", .bool, "Whether some of them have a page that ranks vendors."),
      Member(
        "pairs", .list(.record(pair)),
        "Its comparisons: among the best vendors at home, all (up to 2,500) on its own page."
      ),
      Member(
        "bestPairs", .list(.record(pair)), "Up to 12 comparisons among its best vendors."),
    ])

  package static let data = RecordType(
    "data", identifiedBy: "csvURL",
    [
      Member("title", .text, "What the data is called."),
      Member("description", .text, "What it contains."),
      Member("updated", .optional(.text), "When it last changed, in ISO format."),
      Member("csvURL", .text, "All values as a table for spreadsheets."),
      Member("jsonURL", .text, "All values for programs."),
      Member("schemaURL", .text, "The JSON Schema of the JSON."),
    ])

  package static let scaleValue = RecordType(
    "scaleValue", identifiedBy: "id",
    [Member("id", .text, "The value's id."), Member("label", .text, "Its label.")])

  package static let scale = RecordType(
    "scale", identifiedBy: "name",
    [
      Member("name", .text, "The scale's name."),
      Member("ranked", .list(.record(scaleValue)), "Worst to best."),
      Member("unranked", .list(.record(scaleValue)), "Values that neither lead nor lose."),
    ])

  package static let criterion = RecordType(
    "criterion", identifiedBy: "id",
    [
      Member("id", .text, "The criterion's id."),
      Member("label", .text, "Its label."),
      Member("kind", .text, "Its kind."),
      Member("kindShown", .text, "Its kind in words."),
      Member("direction", .text, "higher, lower or none."),
      Member("directionShown", .text, "The direction in words."),
      Member("range", .optional(.text), "The values it takes, if bounded."),
      Member("within", .optional(.text), "The largest difference that counts as a tie."),
      Member("minCount", .optional(.number), "The number of ratings it needs to be ranked."),
      Member("help", .optional(.text), "What it means."),
      Member("scale", .optional(.text), "The name of its scale."),
      Member("url", .optional(.text), "The page that ranks vendors by it; nil if it ranks none."),
    ])

  package static let criteriaGroup = RecordType(
    "criteriaGroup", identifiedBy: "id",
    [
      Member("id", .text, "The group's id."),
      Member("title", .text, "Its title."),
      Member("criteria", .list(.record(criterion)), "Its criteria."),
    ])

  package static let frameworkRules = RecordType(
    "frameworkRules", identifiedBy: "id",
    [
      Member("id", .text, "The framework's id."),
      Member("title", .text, "Its title."),
      Member("source", .optional(.text), "Where it comes from."),
      Member("scale", .text, "The lowest and the highest score."),
      Member("dimensions", .list(.record(scaleValue)), "What it scores."),
    ])

  package static let segmentRules = RecordType(
    "segmentRules",
    [
      Member("title", .text, "The table's title."),
      Member("rows", .list(.record(scaleValue)), "The segments."),
    ])
}
