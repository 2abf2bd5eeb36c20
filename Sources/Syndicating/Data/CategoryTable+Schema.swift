import Content
import Planning
import Presenting

extension CategoryTable {
  /// The JSON Schema of `json`, with a member for each criterion of the category.
  var schema: [UInt8] {
    let address = context.plan.canonical(of: .document(.table(position, .schema)))
    return JSONSchema.object(
      "The values of all vendors of a category.",
      [
        .init("$schema", .text("The address of this schema.")),
        .init("category", .text("The category's slug.")),
        .init("criteria", .list("What is compared, in page order.", of: Column.schema)),
        .init("title", .text("The category's title.")),
        .init("url", .text("The category's page.")),
        .init("vendors", .list("The vendors, by slug.", of: vendorSchema)),
        .init("week", .text("The week that the site is of, such as 2026-W14.")),
      ]
    ).file(at: address, title: category.title)
  }

  private var vendorSchema: JSONSchema {
    .object(
      "A vendor, as its report in force says.",
      [
        .init("isStale", .bool("Whether the report is older than the site thinks right.")),
        .init("name", .text("The short name.")),
        .init(
          "relationship", .text("What ties the publisher to the vendor."), isRequired: false),
        .init("slug", .text("The vendor's slug.")),
        .init(
          "tier", .word("The vendor's tier.", among: category.tiers.map(\.id)), isRequired: false),
        .init("title", .text("The long name.")),
        .init("updated", .text("When the data changed, as an ISO date.")),
        .init("url", .text("The vendor's page.")),
        .init(
          "values",
          .object(
            "The values by criterion; one that is missing is left out.",
            columns.map { .init($0.id, $0.valueSchema, isRequired: false) })),
        .init("week", .text("The week of the report.")),
      ])
  }
}

extension CategoryTable.Column {
  fileprivate static var schema: JSONSchema {
    .object(
      "A criterion.",
      [
        .init(
          "better",
          .word("Which values are better, if any.", among: Better.allCases.map(\.rawValue)),
          isRequired: false),
        .init("help", .text("What it means."), isRequired: false),
        .init("id", .text("Its name in `values`: group.criterion.")),
        .init("kind", .word("Its kind.", among: Kind.allCases.map(\.rawValue))),
        .init("label", .text("Its label.")),
        .init("max", .number("The highest score."), isRequired: false),
        .init("unit", .text("The unit of its numbers."), isRequired: false),
      ])
  }

  fileprivate var valueSchema: JSONSchema {
    let about = criterion.help.map { "\(criterion.label): \($0)" } ?? criterion.label
    let details = details.map { name -> JSONSchema.Member in
      switch name {
      case "currency": .init(name, .text("The currency, by ISO 4217."), isRequired: false)
      case "per": .init(name, .text("The period of the price."), isRequired: false)
      case "max": .init(name, .number("The highest rating."))
      default: .init(name, .number("The number of ratings."))
      }
    }
    return .object(
      about,
      (details + [.init("shown", .text("As pages show it.")), .init("value", form)])
        .sorted { $0.name < $1.name })
  }

  private var form: JSONSchema {
    switch criterion.kind {
    case .score, .count, .number, .rating: .number("The number.")
    case .percent: .number("Of a hundred.")
    case .duration: .number("In seconds.")
    case .money:
      .any(
        "The price.",
        [.number("The amount."), .word("No amount.", among: ["free", "contact"])])
    case .date: .text("An ISO date, or one of the criterion's words.")
    case .state, .level: .word("A word of the scale.", among: criterion.scale?.ids ?? [])
    case .version: .text("The version as written.")
    case .text: .text("The text without markup.")
    case .set: .list("The ids.", of: .text("An id."))
    case .list: .list("The items without markup.", of: .text("An item."))
    }
  }
}
