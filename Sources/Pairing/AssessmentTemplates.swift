import Comparing
import Content
import Diagnosing
import Templating

/// The sentences of a category's assessment, whose texts are templates.
enum AssessmentTemplates {
  private static let subject = RecordType(
    "subject", identifiedBy: "name",
    [
      Member("name", .text, "The vendor's short name."),
      Member("title", .text, "Its long name."),
      Member("value", .text, "Its value for the sentence's criterion."),
    ])

  private static func schema(_ variant: AssessmentSentence.Variant) -> PageSchema {
    let sides = [
      Member("left", .record(subject), "The left vendor."),
      Member("right", .record(subject), "The right vendor."),
    ]
    let roles = [
      Member("leader", .record(subject), "Who leads the criterion."),
      Member("other", .record(subject), "The vendor that does not lead it."),
    ]
    let hasLeader = variant == .text || variant == .notWinner
    return PageSchema(name: "sentence", globals: hasLeader ? sides + roles : sides, site: [])
  }

  static func compile(
    _ category: Category, with compiler: TemplateCompiler, into log: inout Diagnostics
  ) -> [[Template?]] {
    var templates: [[Template?]] = []
    for rule in category.assessment {
      var variants: [Template?] = []
      for variant in AssessmentSentence.Variant.allCases {
        let text = rule.template(for: variant)
        variants.append(
          text.flatMap { compiler.compile(text: $0, schema: schema(variant), into: &log) })
      }
      templates.append(variants)
    }
    return templates
  }

  /// Returns the record of a side that templates of sentences can read.
  ///
  /// - Parameter value: the text of the cell for the sentence's criterion.
  static func subject(_ vendor: StagedValue, shown value: StagedValue) -> StagedValue {
    .record(
      subject,
      ["name": vendor["name"], "title": vendor["title"], "value": value])
  }
}
