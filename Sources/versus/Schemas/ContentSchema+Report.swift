import Content
import Reading

extension ContentSchema {
  /// The schema of reports. The category names the groups, so any unknown key is a group of cells.
  static var reportSchema: JSONSchema {
    .record(
      keys: ContentKeys.report,
      [
        "draft": .truth, "retired": .truth, "offerings": .labels, "fit": .map(.text),
        "scores": cells, "compliance": cells, "signals": cells, "attributes": cells,
        "pros": statements, "cons": statements, "bestFor": statements, "cautionFor": statements,
        "frameworks": .map(.map(dimension)),
        "stack": .texts("role", "layer", "upstream", "downstream"),
        "risks": .list(.texts("title", "text", "mitigation", required: ["title"])),
        "scenarios": .list(.texts("title", "fit", "text", required: ["title"])),
        "alternatives": .list(.texts("vendor", "name", "url", "relation", "note")),
        "panel": .list(.texts("persona", "vote", "quote", required: ["persona"])),
        "votes": .record(["up": .integer, "down": .integer]),
        "disclosure": .texts("made", "by", "reviewedBy", "relationship"),
        "sources": .list(.texts("id", "url", "title", "accessed", required: ["id", "url"])),
        "aliases": .list(.text),
      ], required: ["name"], others: cells)
  }

  private static let statements = JSONSchema.list(
    .either([.text, .record(["text": .text, "evidence": .evidence], required: ["text"])]))

  private static let cells = JSONSchema.map(.either([.text, .list(.text), cell]))

  /// A value with its note, scope, evidence, date and confidence, or a value of several parts.
  private static let cell = JSONSchema.record(
    [
      "value": .either([.text, .list(.text), .record(parts)]), "note": .text, "scope": .text,
      "evidence": .evidence, "asOf": .text,
      "confidence": .choice(Confidence.allCases.map(\.rawValue)),
    ].merging(parts) { first, _ in first })

  /// The parts of money, percentages and ratings.
  private static let parts: [String: JSONSchema] = [
    "amount": .text, "currency": .text, "per": .text, "of": .text, "met": .text, "value": .text,
    "max": .text, "count": .text,
  ]

  /// A score with its note, override, cap and checks, or only the score.
  private static let dimension = JSONSchema.either([
    .integer,
    .record([
      "score": .integer, "note": .text,
      "override": .texts("label", "reason", required: ["label", "reason"]),
      "cap": .either([
        .choice(["none"]), .record(["max": .integer, "reason": .text], required: ["reason"]),
      ]),
      "checks": .map(
        .either([.truth, .record(["met": .truth, "note": .text], required: ["met"])])),
    ]),
  ])
}
