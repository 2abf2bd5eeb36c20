import Content
import Diagnosing
import Markup
import Templating

/// Makes the values for a report's assessments other than its criteria.
struct AssessmentValues {
  enum Relation: String { case alternative, complement }

  let report: Report
  /// The name by which readers know the vendor.
  let name: String
  let category: Category
  let context: PageContext

  private var assessments: Assessments { report.assessments }

  var frameworks: [TemplateValue] {
    category.frameworks.compactMap { framework in
      assessments.frameworks.first { $0.framework == framework.id }.map {
        FrameworkValues(framework: framework, scores: $0, vendor: name, context: context)
          .record()
      }
    }
  }

  var stack: TemplateValue {
    guard let stack = assessments.stack else { return .none }
    return .record(
      Record(
        AssessmentTypes.stack,
        [
          "role": .optional(stack.role),
          "layer": .optional(stack.layer),
          "upstream": inline(stack.upstream),
          "downstream": inline(stack.downstream),
        ]))
  }

  var risks: [TemplateValue] {
    assessments.risks.map { risk in
      .record(
        Record(
          AssessmentTypes.risk,
          [
            "title": .text(risk.title),
            "text": inline(risk.text),
            "mitigation": inline(risk.mitigation),
          ]))
    }
  }

  var scenarios: [TemplateValue] {
    let scale = category.scales.first { $0.name == "fit" }
    return assessments.scenarios.map { scenario in
      let fit = scenario.fit.flatMap { scale?.value(at: $0) }
      return .record(
        Record(
          AssessmentTypes.scenario,
          [
            "title": .text(scenario.title),
            "fit": fit.map { .choice($0, context.style) } ?? .none,
            "text": inline(scenario.text),
          ]))
    }
  }

  /// Returns the other products with a given relation, in the order written.
  func alternatives(
    _ relation: Relation, where isIncluded: (Alternative) -> Bool = { _ in true }
  ) -> [TemplateValue] {
    assessments.alternatives.filter { $0.relation == relation.rawValue && isIncluded($0) }.map {
      alternative in
      let link = link(of: alternative.subject)
      return .record(
        Record(
          AssessmentTypes.alternative,
          [
            "name": .text(link.name),
            "url": .optional(link.url),
            "isCovered": .bool(link.isCovered),
            "note": inline(alternative.note),
          ]))
    }
  }

  /// Returns a link to a vendor. A vendor without a report in force is named by its slug, without a
  /// link.
  private func link(
    of subject: Alternative.Subject
  ) -> (name: String, url: String?, isCovered: Bool) {
    switch subject {
    case .other(let name, let url): return (name, url, false)
    case .vendor(let slug):
      guard let page = context.link(to: slug.value) else { return (slug.value, nil, false) }
      return (page.text, page.url, true)
    }
  }

  private func inline(_ text: Markdown?) -> TemplateValue {
    text.map { .html(context.markdown.inline($0)) } ?? .none
  }
}
