import Comparing
import Diagnosing
import FoundationEssentials
import Reading
import Templating

/// The sentences of a category's assessment, whose texts are templates of their own.
enum AssessmentTemplates {
  private static let subject = RecordType(
    "subject", identifiedBy: "name",
    [
      Member("name", .text, "The vendor's short name."),
      Member("title", .text, "Its long name."),
      Member("value", .text, "Its value of the sentence's criterion."),
    ])

  private static func schema(_ variant: AssessmentSentence.Variant) -> PageSchema {
    let sides = [
      Member("left", .record(subject), "The left vendor."),
      Member("right", .record(subject), "The right vendor."),
    ]
    let roles = [
      Member("leader", .record(subject), "Who leads the criterion."),
      Member("other", .record(subject), "Who does not."),
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

  /// The sentences that a comparison says.
  static func sentences(
    of comparison: Comparison, _ templates: [[Template?]], style: ValueStyle
  ) -> [String] {
    comparison.assessment.compactMap { sentence in
      guard let template = templates[sentence.rule][sentence.variant.rawValue] else { return nil }
      let when = comparison.category.assessment[sentence.rule].when
      let left = subject(comparison.left, when, comparison.category, style)
      let right = subject(comparison.right, when, comparison.category, style)
      var values = [left, right]
      switch sentence.lead {
      case .left: values += [left, right]
      case .right: values += [right, left]
      case .tie, .none: break
      }
      var bytes: [UInt8] = []
      template.render(values, into: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func subject(
    _ vendor: Vendor, _ index: CriterionIndex, _ category: Category, _ style: ValueStyle
  ) -> TemplateValue {
    let value = vendor.cell(at: index)?.value
    let shown = value.map { style.shown($0, for: category.criterion(at: index)) }
    return .record(
      Record(
        subject,
        [
          "name": .text(vendor.report.name),
          "title": .text(vendor.report.title ?? vendor.report.name),
          "value": .text(shown ?? ""),
        ]))
  }
}
