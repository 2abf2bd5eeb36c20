package import Reading

/// The keys of a mapping, the file that connects a table with a category.
package enum MappingKeys {
  package static let all: [Key] = [
    Key("vendor", .text, "The column that names the vendor.", "Model").required,
    Key(
      "columns", .map(id: "column", example: "Score", .either(.text, .record(column))),
      "Which column fills which criterion `group.criterion`, which part of its cell such as "
        + "`group.criterion.evidence`, or which key such as `website`.",
      "{ Score: scores.trust }"
    ).required,
    Key("slug", .text, "The column of slugs.", "Id").standard("made from `vendor`"),
    Key("name", .text, "The column with the name that readers see.", "Label")
      .standard("the column of `vendor`"),
    Key("week", .text, "The column of weeks.", "Week"),
    Key("missing", .list(.text), "Texts that mean \"no value\" in every column.", "[n/a]"),
    Key(
      "retired", .record(retirement), "Which rows retire their vendor.",
      "{ column: Status, value: ended }"),
    Key(
      "report", .map(id: "key", example: "tagline", .any), "Keys that every report gets.",
      "{ tagline: From the public table }"),
    Key("body", .markdown, "The text of every report.", "Taken from the public table."),
    Key(
      "only", filter, "Rows are imported only if the column has one of these texts.",
      "{ Status: ['on', beta] }"),
    Key(
      "except", filter, "Rows are left out if the column has one of these texts.",
      "{ Status: [ended] }"),
    Key("separator", .text, "What separates the values of a row.", "';'").standard("a comma"),
    Key("encoding", .text, "The encoding of the table.", "cp1252").standard("UTF-8"),
    Key(
      "table", .integer(1...1000),
      "The number of the table in a Markdown file, or of the sheet in a workbook.", "1"
    ).standard("1"),
    Key("skip", .integer(0...1000), "The number of rows above the header.", "0").standard("0"),
    Key("ignore", .list(.text), "Columns that give nothing; `''` has no name.", "[Rank]"),
    decimal, thousands, date,
  ]

  private static let filter = Key.Shape.map(
    id: "column", example: "Status", .list(.text))

  static let column =
    [
      Key(
        "criterion", .text,
        "The criterion `group.criterion`, a part of its cell such as `group.criterion.note`, or a "
          + "key.", "scores.trust"
      ).required,
      Key(
        "values", .map(id: "text of the table", example: "high", .text),
        "What texts of the table mean.", "{ high: 90 }"),
      Key("missing", .list(.text), "Texts that mean \"no value\" in this column.", "[n/a]"),
      Key("note", .text, "What the value says when it is missing.", "Not tested."),
      Key("split", .text, "What separates the items of a list or a set.", "';'")
        .beside("criterion: attributes.models"),
      Key(
        "cell", .map(id: "part", example: "confidence", .any),
        "What each cell says beside the value, such as its `evidence`; texts may contain values "
          + "of the row.",
        "{ confidence: measured }"),
    ] + form

  /// How values are written.
  static let form = [
    decimal, thousands,
    Key("unit", .text, "A text beside the number that is dropped.", "'%'"),
    Key("factor", .number, "What the number is multiplied by.", "0.01").standard("1"),
    Key(
      "currency", .text, "The currency of amounts that name no other; its code or sign is dropped.",
      "USD"),
    date,
  ]

  private static let decimal = Key("decimal", .text, "The decimal sign.", "','")
    .standard("a point")
  private static let thousands = Key(
    "thousands", .text, "What separates groups of digits.", "'.'")
  private static let date = Key("date", .text, "The order of a date.", "DD.MM.YYYY")
    .standard("YYYY-MM-DD")

  static let retirement = [
    Key("column", .text, "The column that says so.", "Status").required,
    Key("value", .text, "Its value in these rows.", "ended").required,
    Key("body", .markdown, "The text of the last report.", "The product has ended."),
  ]
}
