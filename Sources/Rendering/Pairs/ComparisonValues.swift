import Comparing
import Content
import Diagnosing
import FoundationEssentials
import Markup
import Planning
import Templating

/// What the comparison template sees of a pair, as far as it is known before the pair is: once for
/// each category, and once for each pair that an editor wrote about.
struct ComparisonValues {
  let plan: SitePlan
  /// The category's position in the edition.
  let index: Int
  let article: ComparisonArticle?
  let categoryLink: TemplateValue
  /// The texts of each assessment rule, by rule and variant.
  let sentences: [[Template?]]
  let words: Wording
  let facts: PairFacts
  let prompts: PromptValues
  let callToAction: CallToActionTemplate?

  private var category: Category { plan.edition.categories[index].category }

  /// What a vendor has: its record, its cells over all groups in order, its segments, and its
  /// answers to prompts.
  static func subject(_ values: VendorValues) -> [TemplateValue] {
    [values.vendor, .list(Array(values.cells.joined())), .list(values.fit), values.answers]
  }

  static let subjectValueCount = 4

  private func vendor(_ side: Side) -> StagedValue {
    .value(of: side, at: 0, type: .record(VendorTypes.vendor))
  }

  private func cell(_ side: Side, _ position: Int) -> StagedValue {
    StagedValue.value(of: side, at: 1, type: .list(.record(VendorTypes.cell)))
      .element(position, type: .record(VendorTypes.cell))
  }

  private func fit(_ side: Side, _ position: Int) -> StagedValue {
    StagedValue.value(of: side, at: 2, type: .list(.record(VendorTypes.cell)))
      .element(position, type: .record(VendorTypes.cell))
  }

  private var left: StagedValue { vendor(.left) }
  private var right: StagedValue { vendor(.right) }
  private var names: [String: StagedValue] { ["left": left["name"], "right": right["name"]] }

  /// The globals of the template, in the order of its schema.
  func globals(site: TemplateValue) -> [StagedValue] {
    [left, right, comparison, .known(site), page]
  }

  // MARK: The comparison

  private var comparison: StagedValue {
    .record(
      ComparisonTypes.comparison,
      [
        "title": title,
        "suffix": .known(.optional(article?.suffix)),
        "category": .known(categoryLink),
        "asOf": .fact(facts.isRightNewer, [left["week"], right["week"]]),
        "winner": .fact(facts.winner, [.known(.none), left, right]),
        "reason": .fact(facts.reason, PairFacts.reasons.map { .text($0.rawValue) }),
        "reasonShown": .fact(facts.reason, PairFacts.reasons.map(reason)),
        "tally": tally,
        "groups": .list(groups),
        "segments": segments,
        "sentences": .concatenated(category.assessment.indices.map(sentence)),
        "answer": .known(article?.answer.map { .html(words.markdown.inline($0)) } ?? .none),
        "article": .known(article.flatMap(editorial) ?? .none),
        "runs": prompts.runs(at: 3, article: article),
        "callToAction": callToAction?.staged(left, right) ?? .known(.none),
        "corrections": .known(corrections),
      ])
  }

  /// Of the pair; values are corrected where the vendor's report is.
  private var corrections: TemplateValue {
    article.map { CorrectionValues(words).ofPair($0.left, $0.right) } ?? .list([])
  }

  private func editorial(_ article: ComparisonArticle) -> TemplateValue? {
    if !article.isWritten { return nil }
    let vendors = plan.edition.categories[index].vendors
    let (first, second) =
      article.isSwapped ? (article.right, article.left) : (article.left, article.right)
    guard let left = vendors.first(where: { $0.slug == first }),
      let right = vendors.first(where: { $0.slug == second })
    else { return nil }
    return ArticleValues(article: article, left: left, right: right, words: words).record()
  }

  private var title: StagedValue {
    article?.title.map { .text($0.value) } ?? words.say(.comparisonTitle, staged: names)
  }

  private var tally: StagedValue {
    let counts = StagedValue.numbers(upTo: facts.rowCount)
    return .record(
      ComparisonTypes.tally,
      [
        "left": .fact(facts.leftTally, counts), "right": .fact(facts.rightTally, counts),
        "even": .fact(facts.evenTally, counts),
        "isEven": .fact(facts.isEven, [.bool(false), .bool(true)]),
      ])
  }

  private func reason(_ reason: Verdict.Reason) -> StagedValue {
    let winner = StagedValue.fact(facts.winner, [.text(""), left["name"], right["name"]])
    let label = category.headline.map { category.criterion(at: $0).label } ?? ""
    let names = self.names.merging(["criterion": .text(label)]) { $1 }
    let isByLeads = category.winner.by == .leads
    switch reason {
    case .headline:
      return words.say(.reasonHeadline, staged: ["winner": winner, "criterion": .text(label)])
    case .leads:
      let counts = StagedValue.numbers(upTo: facts.rowCount)
      let left = StagedValue.fact(facts.leftTally, counts)
      let right = StagedValue.fact(facts.rightTally, counts)
      return .fact(
        facts.winner,
        [(winner, left, right), (winner, left, right), (winner, right, left)].map {
          words.say(.reasonLeads, staged: ["winner": $0, "count": $1, "other": $2])
        })
    case .tie: return words.say(isByLeads ? .reasonTieLeads : .reasonTie, staged: names)
    case .withinMargin:
      return words.say(isByLeads ? .reasonWithinMarginLeads : .reasonWithinMargin, staged: names)
    case .insufficientData:
      let count = "\(category.winner.requireShared)"
      return .text(words.say(.reasonInsufficientData, ["count": count]))
    case .none: return .text(words.say(.reasonNone))
    }
  }

  /// The sentence of one rule, as a list of one or none.
  private func sentence(_ index: Int) -> StagedValue {
    let when = category.assessment[index].when
    let position = category.position(of: when)
    let left = AssessmentTemplates.subject(self.left, cell(.left, position))
    let right = AssessmentTemplates.subject(self.right, cell(.right, position))
    let said = PairFacts.sentences.map { variant, lead -> StagedValue in
      guard let template = sentences[index][variant.rawValue] else { return .list([]) }
      switch lead {
      case .left: return .list([.rendered(template, [left, right, left, right])])
      case .right: return .list([.rendered(template, [left, right, right, left])])
      case .tie, .none: return .list([.rendered(template, [left, right])])
      }
    }
    return .fact(facts.sentence(index), [.list([])] + said)
  }

  // MARK: Tables

  private var groups: [StagedValue] {
    category.groups.enumerated().map { index, group in
      let rows = group.criteria.indices.map { row in
        criterion(
          group.criteria[row],
          at: category.position(of: CriterionIndex(group: index, criterion: row)))
      }
      return table(
        id: group.id, title: group.title, rowHeader: group.rowHeader,
        hasLeaders: group.criteria.contains(where: \.isRanked),
        tieMark: group.ties == .equals ? "=" : "", rows: rows)
    }
  }

  private func criterion(_ criterion: Criterion, at position: Int) -> StagedValue {
    var values = row(
      id: criterion.id, label: criterion.label, cell(.left, position), cell(.right, position))
    values["help"] = .known(.optional(criterion.help))
    values["lowerIsBetter"] = .bool(criterion.isRanked && criterion.better == .lower)
    values["hasLead"] = .bool(criterion.isRanked)
    if criterion.isRanked {
      values["lead"] = .fact(position, PairFacts.leads.map { .text($0.rawValue) })
      values["leader"] = .fact(position, [.known(.none), left, right, .known(.none)])
      values["isTie"] = .fact(position, PairFacts.leads.map { .bool($0 == .tie) })
    }
    if criterion.kind == .set {
      for part in SetDifference.Part.allCases {
        values[part.rawValue] = .computed { inputs in
          SetDifference(inputs.left, inputs.right, position).items(part)
        }
      }
    }
    return .record(ComparisonTypes.row, values)
  }

  private var segments: StagedValue {
    guard let segments = category.segments else { return .known(.none) }
    let rows = segments.rows.enumerated().map { index, segment in
      StagedValue.record(
        ComparisonTypes.row,
        row(id: segment.id, label: segment.label, fit(.left, index), fit(.right, index)))
    }
    return table(
      id: "segments", title: segments.title, rowHeader: segments.rowHeader, hasLeaders: false,
      rows: rows)
  }

  /// A row without leader.
  private func row(
    id: String, label: String, _ left: StagedValue, _ right: StagedValue
  ) -> [String: StagedValue] {
    [
      "id": .text(id), "label": .text(label), "help": .known(.none),
      "lowerIsBetter": .bool(false), "left": left, "right": right, "hasLead": .bool(false),
      "lead": .text(Lead.none.rawValue), "leader": .known(.none), "isTie": .bool(false),
      "shared": .list([]), "onlyLeft": .list([]), "onlyRight": .list([]),
    ]
  }

  private func table(
    id: String, title: String, rowHeader: String, hasLeaders: Bool, tieMark: String = "",
    rows: [StagedValue]
  ) -> StagedValue {
    let words = names.merging(["group": .text(title)]) { $1 }
    return .record(
      ComparisonTypes.group,
      [
        "id": .text(id), "kind": .text("table"), "title": .text(title),
        "rowHeader": .text(rowHeader),
        "caption": self.words.say(.comparisonCaption, staged: words),
        "hasLeaders": .bool(hasLeaders), "tieMark": .text(tieMark), "rows": .list(rows),
      ])
  }

  // MARK: The page

  private var page: StagedValue {
    let site = StagedValue.text(plan.edition.library.site.title)
    let path = self.path
    let names = ["left": left["distinctName"], "right": right["distinctName"]]
    let full =
      article.flatMap { article in
        article.title.map {
          .text(words.distinct.title($0.value, article.pairName))
        }
      } ?? words.say(.comparisonTitle, staged: names)
    let description =
      answer.map { .text($0) }
      ?? words.say(
        .comparisonDescription,
        staged: names.merging(["category": .text(category.title)]) { $1 })
    return .record(
      SiteTypes.page,
      [
        "kind": .text(PageKind.comparison.rawValue),
        "title": words.say(.pageTitle, staged: ["title": full, "site": site]),
        "description": description,
        "canonical": .joined([.text(plan.base.origin)] + path),
        "path": .joined(path),
        "current": .known(.none),
        "isIndexed": .fact(facts.isIndexed, [.bool(false), .bool(true)]),
        "breadcrumbs": .list([
          crumb(.text(words.say(.breadcrumbHome)), .text(plan.link(to: .home))),
          crumb(.text(category.title), .text(plan.link(to: .category(index)))),
          crumb(title, .known(.none)),
        ]),
      ])
  }

  /// The editor's answer as a description.
  private var answer: String? {
    guard let article, let answer = article.answer else { return nil }
    let text = visibleText(ofHTML: words.markdown.inline(answer))
    return words.distinct.repeats(answer.source) ? "\(article.pairName): \(text)" : text
  }

  private func crumb(_ text: StagedValue, _ url: StagedValue) -> StagedValue {
    .record(SiteTypes.breadcrumb, ["text": text, "url": url])
  }

  /// The parts of the page's address on the site.
  private var path: [StagedValue] {
    // An editor may swap what is displayed, not the address.
    let isSwapped = article?.isSwapped == true
    return isSwapped
      ? plan.comparisonPath(right["slug"], left["slug"])
      : plan.comparisonPath(left["slug"], right["slug"])
  }
}

extension StagedValue {
  /// A number for each outcome of a fact that counts.
  static func numbers(upTo last: Int) -> [StagedValue] {
    (0...last).map { .known(.number(Decimal($0))) }
  }
}

extension Category {
  /// The position of a criterion among all of the category.
  func position(of index: CriterionIndex) -> Int {
    groups.prefix(index.group).reduce(0) { $0 + $1.criteria.count } + index.criterion
  }
}
