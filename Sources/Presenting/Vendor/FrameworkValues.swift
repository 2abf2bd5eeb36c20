import Comparing
import Content
import FoundationEssentials
import Markup
import Templating

/// Makes the values for a framework: scores, checks, and the lengths of bars in a chart.
struct FrameworkValues {
  let framework: Framework
  let scores: FrameworkScores
  let vendor: String
  let context: PageContext

  /// The length of a bar that stands for a full score, or for all checks of a dimension.
  private static let barLength = 200
  private static let checksLength = 108

  func record() -> TemplateValue {
    let dimensions = framework.dimensions.map { choice in
      (choice, scores.dimensions.first { $0.dimension == choice.id })
    }
    let checks = scores.dimensions.flatMap(\.checks)
    let total = self.total
    let names = ["framework": framework.title, "name": vendor]
    return .record(
      Record(
        AssessmentTypes.framework,
        [
          "id": .text(framework.id),
          "title": .text(framework.title),
          "source": .optional(framework.source),
          "caption": .text(
            context.say(.vendorCaption, ["group": framework.title, "name": vendor])),
          "scale": .text(framework.range(in: context)),
          "hasChecks": .bool(!checks.isEmpty),
          "checkWidth": .number(Decimal(Self.checksLength / max(framework.checkCount, 1))),
          "totalShown": .optional(total.map { "\($0)/\(maximum)" }),
          "percentShown": .optional(total.flatMap(percent)),
          "rawShown": .optional(raw(checks, of: framework.checkCount * dimensions.count)),
          "summary": .text(context.say(.frameworkSummary, names)),
          "dimensions": .list(dimensions.map { dimension($0, $1) }),
        ]))
  }

  private var maximum: Int { framework.maxScore * framework.dimensions.count }

  /// The sum of the scores; nil if a dimension has none.
  private var total: Int? {
    let given = scores.dimensions.compactMap(\.score)
    return given.count == framework.dimensions.count && !given.isEmpty ? given.reduce(0, +) : nil
  }

  private func percent(_ total: Int) -> String? {
    maximum == 0 ? nil : context.style.grouped(Decimal(total) * 100 / Decimal(maximum), digits: 0)
  }

  private func dimension(_ choice: Choice, _ scored: DimensionScore?) -> TemplateValue {
    let checks = scored?.checks ?? []
    let score = scored?.score
    return .record(
      Record(
        AssessmentTypes.dimension,
        [
          "id": .text(choice.id),
          "label": .text(choice.label),
          "isAssessed": .bool(scored != nil),
          "scoreShown": .optional(score.map { "\($0)/\(framework.maxScore)" }),
          "scoreBar": .number(
            Decimal((score ?? 0) * Self.barLength / max(framework.maxScore, 1))),
          "rawShown": .optional(raw(checks, of: max(framework.checkCount, checks.count))),
          "checks": .list(checks.map(check)),
          "override": scored?.override.map { override($0.label, $0.reason) } ?? .none,
          "cap": .optional(scored?.cap.map(cap)),
          "note": scored?.note.map { .html(context.markdown.inline($0)) } ?? .none,
        ]))
  }

  /// Returns the score that follows from the checks; nil if there are no checks.
  private func raw(_ checks: [DimensionScore.Check], of count: Int) -> String? {
    checks.isEmpty ? nil : "\(checks.count(where: \.met))/\(count)"
  }

  private func check(_ check: DimensionScore.Check) -> TemplateValue {
    .record(
      Record(
        AssessmentTypes.check,
        [
          "id": .text(check.id),
          "isMet": .bool(check.met),
          "note": check.note.map { .html(context.markdown.inline($0)) } ?? .none,
        ]))
  }

  private func override(_ label: String, _ reason: String) -> TemplateValue {
    .record(
      Record(
        AssessmentTypes.scoreOverride, ["label": .text(label), "reason": .text(reason)]))
  }

  /// Returns the text of a cap rule. A rule that does not apply may still give a reason.
  private func cap(max: Int?, reason: String) -> String {
    let rule = max.map { context.say(.capApplied, ["max": "\($0)"]) } ?? context.say(.capNone)
    return reason.isEmpty ? rule : "\(rule) – \(reason)"
  }
}

extension Framework {
  /// The lowest and the highest score in words.
  func range(in context: PageContext) -> String {
    context.say(.criterionRange, ["from": "\(minScore)", "to": "\(maxScore)"])
  }
}
