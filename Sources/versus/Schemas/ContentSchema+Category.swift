import Content
import Reading

extension ContentSchema {
  static var categorySchema: JSONSchema {
    .record(
      keys: ContentKeys.category,
      [
        "winner": .record([
          "by": .choice(WinnerRule.Basis.allCases.map(\.rawValue)), "margin": .number,
          "requireShared": .integer,
        ]),
        "pairs": .choice(PairPolicy.allCases.map(\.rawValue)),
        "indexed": .record(["minShared": .integer, "minDifferent": .integer]),
        "scales": .map(scale), "tiers": .labels, "groups": .map(group),
        "segments": .record(
          ["title": .text, "rowHeader": .text, "scale": .text, "rows": .labels],
          required: ["rows", "title"]),
        "frameworks": .map(framework), "panel": panel,
        "assessment": .list(
          .texts("when", "text", "tied", "missing", "notWinner", required: ["when"])),
      ], required: ["groups", "title"])
  }

  private static let scale = JSONSchema.record(
    ["ranked": .list(.text), "unranked": .list(.text), "labels": .labels], required: ["ranked"])

  private static var group: JSONSchema {
    .record(
      keys: ContentKeys.group,
      [
        "ties": .choice(Group.TieMark.allCases.map(\.rawValue)), "leaders": .truth,
        "criteria": .map(criterion),
      ], required: ["criteria", "title"])
  }

  private static var criterion: JSONSchema {
    .record(
      keys: ContentKeys.criterion,
      [
        "kind": .choice(Kind.allCases.map(\.rawValue)),
        "better": .choice(Better.allCases.map(\.rawValue)), "leaders": .truth, "max": .number,
        "within": .number, "digits": .integer, "minCount": .integer,
        "words": .map(.choice(DateWord.allCases.map(\.rawValue))),
      ], required: ["kind", "label"])
  }

  private static let framework = JSONSchema.record(
    [
      "title": .text, "source": .text, "checks": .integer, "dimensions": .labels,
      "scale": .record(["min": .integer, "max": .integer]),
    ], required: ["dimensions", "title"])

  private static let panel = JSONSchema.record(
    ["title": .text, "votes": .list(.text), "synthetic": .truth, "personas": .labels],
    required: ["personas", "title"])
}
