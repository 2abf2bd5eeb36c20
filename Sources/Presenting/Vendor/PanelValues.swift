import Comparing
import Content
import FoundationEssentials
import Markup
import Templating

/// Makes the values for a panel: its rules, and the views of the panel and the community on a
/// vendor.
struct PanelValues {
  let category: Category
  let context: PageContext

  /// The panel; nil if the category has none.
  var panel: TemplateValue {
    guard let panel = category.panel else { return .none }
    return .record(
      Record(
        AssessmentTypes.panel,
        [
          "title": .text(panel.title),
          "isSynthetic": .bool(panel.synthetic),
          "vote": .text(panel.votes.first ?? ""),
          "personas": .list(panel.personas.map { .choice($0, context.style) }),
        ]))
  }

  /// Returns a review for each persona of the rubric; nil if no persona has one.
  func verdict(of report: Report) -> TemplateValue {
    guard let panel = category.panel, !report.assessments.panel.isEmpty else { return .none }
    let reviews = panel.personas.map { persona in
      report.assessments.panel.first { $0.persona == persona.id }
    }
    let votes = reviews.compactMap { $0?.vote }
    let met = votes.count { $0 == panel.votes.first }
    return .record(
      Record(
        AssessmentTypes.verdict,
        [
          "share": .optional(share(met, of: votes.count)),
          "met": .number(Decimal(met)),
          "cast": .number(Decimal(votes.count)),
          "reviews": .list(reviews.map(review)),
        ]))
  }

  /// Returns the community's votes. No votes mean missing data, not 0 %.
  func votes(of report: Report) -> TemplateValue {
    guard let votes = report.assessments.votes else { return .none }
    let (count, overflow) = votes.up.addingReportingOverflow(votes.down)
    let all = overflow ? Decimal(votes.up) + Decimal(votes.down) : Decimal(count)
    return .record(
      Record(
        AssessmentTypes.votes,
        [
          "share": .optional(all == 0 ? nil : percent(Decimal(votes.up), of: all)),
          "up": .number(Decimal(votes.up)),
          "count": .number(all),
        ]))
  }

  private func review(_ vote: PanelVote?) -> TemplateValue {
    .record(
      Record(
        AssessmentTypes.review,
        [
          "vote": .optional(vote?.vote),
          "quote": vote?.quote.map { .html(context.markdown.inline($0)) } ?? .none,
        ]))
  }

  private func share(_ part: Int, of all: Int) -> String? {
    all == 0 ? nil : percent(Decimal(part), of: Decimal(all))
  }

  private func percent(_ part: Decimal, of all: Decimal) -> String {
    context.style.shown(percent: context.style.grouped(part * 100 / all, digits: 0))
  }
}

extension TemplateValue {
  /// Returns the record of a choice: its id and its label.
  static func choice(_ choice: Choice, _ style: ValueStyle) -> TemplateValue {
    .record(
      Record(
        CategoryTypes.scaleValue,
        ["id": .text(choice.id), "label": .text(style.label(of: choice))]))
  }
}
