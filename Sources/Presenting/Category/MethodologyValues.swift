import Comparing
import Content
import FoundationEssentials
import Planning
import Templating

/// Describes the rubric in words, from the values that the engine compares by (T-11).
struct MethodologyValues {
  let position: CategoryPosition
  let context: PageContext

  private var category: Category { context.plan.edition[position].category }

  var groups: TemplateValue {
    .list(
      category.groups.enumerated().map { index, group in
        .record(
          Record(
            CategoryTypes.criteriaGroup,
            [
              "id": .text(group.id), "title": .text(group.title),
              "criteria": .list(
                group.criteria.indices.map {
                  criterion(at: CriterionIndex(group: index, criterion: $0))
                }),
            ]))
      })
  }

  /// Which values of a criterion are better.
  private func phrase(for criterion: Criterion) -> EnginePhrase {
    guard criterion.isRanked else { return .directionNone }
    let isDate = criterion.kind == .date
    return switch criterion.better {
    case .higher: isDate ? .directionLater : .directionHigher
    case .lower: isDate ? .directionEarlier : .directionLower
    }
  }

  func criterion(at index: CriterionIndex) -> TemplateValue {
    let criterion = category.criterion(at: index)
    let direction = criterion.isRanked ? criterion.better.rawValue : "none"
    return .record(
      Record(
        CategoryTypes.criterion,
        [
          "id": .text(criterion.id), "label": .text(criterion.label),
          "kind": .text(criterion.kind.rawValue), "kindShown": .text(kind(criterion.kind)),
          "direction": .text(direction),
          "directionShown": .text(context.say(phrase(for: criterion))),
          "range": .optional(range(of: criterion)),
          "within": criterion.within == 0 ? .none : .text(context.style.grouped(criterion.within)),
          "minCount": criterion.minCount == 0 ? .none : .number(Decimal(criterion.minCount)),
          "help": .optional(criterion.help), "scale": .optional(criterion.scale?.name),
          "url": context.plan.edition[position].isComparable(index)
            ? .text(context.plan.link(to: .ranking(position, index))) : .none,
        ]))
  }

  private func kind(_ kind: Kind) -> String {
    let phrase: EnginePhrase =
      switch kind {
      case .score: .kindScore
      case .count: .kindCount
      case .number: .kindNumber
      case .percent: .kindPercent
      case .money: .kindMoney
      case .duration: .kindDuration
      case .date: .kindDate
      case .version: .kindVersion
      case .state: .kindState
      case .level: .kindLevel
      case .set: .kindSet
      case .list: .kindList
      case .text: .kindText
      case .rating: .kindRating
      }
    return context.say(phrase)
  }

  /// The values of a scale, worst to best.
  func levels(of scale: Scale) -> String {
    scale.ranked.map(context.style.label(of:)).joined(separator: ", ")
  }

  func range(of criterion: Criterion) -> String? {
    switch criterion.kind {
    case .score:
      context.say(
        .criterionRange, ["from": "0", "to": context.style.grouped(criterion.max ?? 100)])
    case .percent:
      context.say(
        .criterionRange,
        ["from": context.style.shown(percent: "0"), "to": context.style.shown(percent: "100")])
    default: nil
    }
  }

  /// The scales that a criterion or the segments use.
  var scales: TemplateValue {
    var used = Set(category.groups.flatMap(\.criteria).compactMap { $0.scale?.name })
    if let scale = category.segments?.scale { used.insert(scale.name) }
    return .list(
      category.scales.filter { used.contains($0.name) }.map { scale in
        .record(
          Record(
            CategoryTypes.scale,
            [
              "name": .text(scale.name), "ranked": .list(scale.ranked.map(value)),
              "unranked": .list(scale.unranked.map(value)),
            ]))
      })
  }

  var tiers: TemplateValue { .list(category.tiers.map(value)) }

  var segments: TemplateValue {
    guard let segments = category.segments else { return .none }
    return .record(
      Record(
        CategoryTypes.segmentRules,
        ["title": .text(segments.title), "rows": .list(segments.rows.map(value))]))
  }

  var frameworks: TemplateValue {
    .list(
      category.frameworks.map { framework in
        .record(
          Record(
            CategoryTypes.frameworkRules,
            [
              "id": .text(framework.id), "title": .text(framework.title),
              "source": .optional(framework.source),
              "scale": .text(framework.range(in: context)),
              "dimensions": .list(framework.dimensions.map(value)),
            ]))
      })
  }

  private func value(_ choice: Choice) -> TemplateValue {
    .choice(choice, context.style)
  }

  var winnerRule: TemplateValue {
    let rule = category.winner
    var sentences: [String] = []
    switch rule.by {
    case .none: return .list([.text(context.say(.winnerByNone))])
    case .leads: sentences.append(context.say(.winnerByLeads))
    case .headline:
      let headline = category.headline.map { category.criterion(at: $0) }
      let direction = context.say(headline.map(phrase) ?? .directionHigher)
      sentences.append(
        context.say(
          .winnerByHeadline, ["criterion": headline?.label ?? "", "direction": direction]))
    }
    if rule.margin > 0 {
      sentences.append(context.say(.winnerMargin, ["margin": context.style.grouped(rule.margin)]))
    }
    sentences.append(context.say(.winnerShared, ["count": "\(rule.requireShared)"]))
    return .list(sentences.map { .text($0) })
  }

  var tieRule: TemplateValue {
    let usesWithin = category.groups.flatMap(\.criteria).contains { $0.within > 0 }
    let phrases: [EnginePhrase] =
      [.tieLead, .tieEqual] + (usesWithin ? [.tieWithin] : []) + [.tieMissing, .tieRelationship]
    return .list(phrases.map { .text(context.say($0)) })
  }

  var indexedRule: String {
    let bounds = category.indexed
    if bounds.minShared == 0, bounds.minDifferent == 0 { return context.say(.indexedAll) }
    if bounds.minDifferent == 0 {
      return context.say(.indexedShared, ["count": "\(bounds.minShared)"])
    }
    return context.say(
      .indexedBounds, ["shared": "\(bounds.minShared)", "different": "\(bounds.minDifferent)"])
  }
}
