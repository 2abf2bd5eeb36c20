import Content
import Planning

extension DataSchema {
  /// Returns the JSON Schema for the address at which it is published.
  func file(at address: String) -> [UInt8] {
    switch self {
    case .index: Self.indexSchema.file(at: address, title: "The vendors of a site")
    case .vendor: Self.vendorSchema.file(at: address, title: "A vendor of a site")
    }
  }

  private static let indexSchema = JSONSchema.object(
    "The vendors that are compared, and where their pages are.",
    [
      .init(
        "categories",
        .list(
          "The categories, by slug.",
          of: .object(
            "A category.",
            [
              .init("slug", .text("Its slug.")), .init("title", .text("Its title.")),
              .init(
                "vendors",
                .list(
                  "Its vendors, by slug.",
                  of: .object(
                    "A vendor.",
                    [.init("name", .text("Its name.")), .init("slug", .text("Its slug."))]))),
            ]))),
      .init(
        "paths",
        .object(
          "Patterns of addresses, with {left}, {right} and {vendor} in place of slugs.",
          [
            .init("comparison", .text("Of the page of a pair; the smaller slug is the left one.")),
            .init("data", .text("Of a vendor's data.")),
            .init("vendor", .text("Of a vendor's page.")),
          ])),
      .init(
        "renamed", .map("The new slugs of renamed vendors, by the old.", of: .text("A slug.")),
        isRequired: false),
      .init("week", .text("The week that the site is of, such as 2026-W14.")),
    ])

  private static let vendorSchema = JSONSchema.object(
    "What a vendor's report in force says; of a retired vendor, what is left of it.",
    [
      .init("category", .text("The slug of its category.")),
      .init("groups", .list("The groups of criteria, in page order.", of: group)),
      .init(
        "isRetired", .bool("True for a vendor that is no longer compared."), isRequired: false),
      .init(
        "isStale", .bool("Whether the report is older than the site allows."), isRequired: false),
      .init("name", .text("The short name.")),
      .init("relationship", .text("What ties the publisher to the vendor."), isRequired: false),
      .init(
        "renamedTo", .text("The slug of the vendor that took its place."), isRequired: false),
      .init("slug", .text("The vendor's slug.")),
      .init("title", .text("The long name.")),
      .init("updated", .text("When the data changed, as an ISO date.")),
      .init("url", .text("The path of the vendor's page."), isRequired: false),
      .init("week", .text("The week of the report.")),
    ])

  private static let group = JSONSchema.object(
    "A group of criteria.",
    [
      .init("id", .text("Its id.")),
      .init("rowHeader", .text("The head of the first column.")),
      .init("rows", .list("Its criteria.", of: row)),
      .init("title", .text("Its title.")),
    ])

  private static let row = JSONSchema.object(
    "A criterion, with the vendor's value.",
    [
      .init("asOf", .text("The date of the value."), isRequired: false),
      .init(
        "better",
        .word("Which values are better, if any.", among: Better.allCases.map(\.rawValue)),
        isRequired: false),
      .init(
        "confidence",
        .word("How the publisher knows it.", among: Confidence.allCases.map(\.rawValue)),
        isRequired: false),
      .init("criterion", .text("Its id.")),
      .init("evidence", .list("Where it can be checked.", of: evidence), isRequired: false),
      .init(
        "exact", .text("The value with all of its digits, where `shown` has fewer."),
        isRequired: false),
      .init("items", .list("The items as HTML.", of: .text("An item.")), isRequired: false),
      .init("kind", .word("Its kind.", among: Kind.allCases.map(\.rawValue))),
      .init("label", .text("Its label.")),
      .init("note", .text("What the report adds."), isRequired: false),
      .init("rank", rank, isRequired: false),
      .init("scope", .text("The offering that it applies to."), isRequired: false),
      .init("shown", .text("The value as pages show it."), isRequired: false),
      .init("value", .text("The value as the report writes it."), isRequired: false),
      .init(
        "within", .text("The largest difference that is still a tie, as a decimal number."),
        isRequired: false),
    ])

  private static let evidence = JSONSchema.object(
    "A source.",
    [
      .init("accessed", .text("When it was read, as an ISO date."), isRequired: false),
      .init("title", .text("Its title."), isRequired: false),
      .init("url", .text("Its address.")),
    ])

  private static let rank = JSONSchema.object(
    "What the value is ranked by.",
    [
      .init("number", .text("A decimal number."), isRequired: false),
      .init("unit", .text("Only numbers of one unit compare."), isRequired: false),
      .init(
        "version", .list("The parts of a version.", of: .number("A part.")), isRequired: false),
    ])
}
