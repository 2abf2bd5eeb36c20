import Comparing
import Content
import Diagnosing
import FoundationEssentials
import Markup
import Planning
import Presenting
import System
import Templating

/// The values for the comparison template, staged: they refer to the two vendors and to facts of
/// the pair. They are made once per category, and once for each pair that has an article.
struct ComparisonValues {
  let model: SiteModel
  let categoryPosition: CategoryPosition
  let article: ComparisonArticle?
  let texts: PairTexts
  let facts: PairFacts

  var context: PageContext { model.context }
  var plan: SitePlan { model.plan }
  var category: Category { plan.edition[categoryPosition].category }

  var left: StagedValue { VendorSlot.vendor.staged(.left) }
  var right: StagedValue { VendorSlot.vendor.staged(.right) }
  var names: [String: StagedValue] { ["left": left["name"], "right": right["name"]] }

  /// The template's globals, in the order of its schema.
  var globals: [StagedValue] {
    [left, right, comparison, .known(model.site), page]
  }

  // MARK: The comparison

  private var comparison: StagedValue {
    .record(
      ComparisonTypes.comparison,
      [
        "title": title,
        "suffix": .known(.optional(article?.suffix)),
        "category": .known(model.category(categoryPosition).link),
        "asOf": facts.isRightNewer.staged { $0 == .yes ? right["week"] : left["week"] },
        "leftHeadline": headline(.left),
        "rightHeadline": headline(.right),
        "winner": winner(nobody: .known(.none), left, right),
        "loser": winner(nobody: .known(.none), right, left),
        "reason": facts.reason.staged { .text($0.reason.rawValue) },
        "reasonShown": facts.reason.staged { reason($0.reason) },
        "tally": tally,
        "groups": .list(groups),
        "differing": facts.differing.staged,
        "segments": segments,
        "sentences": .concatenated(category.assessment.indices.map(sentence)),
        "answer": .known(article?.answer.map { .html(context.markdown.inline($0)) } ?? .none),
        "article": .known(article.flatMap(editorial) ?? .none),
        "runs": runs,
        "callToAction": texts.callToAction?.staged(left, right) ?? .known(.none),
        "corrections": .known(corrections),
      ])
  }

  /// The corrections of the pair itself. Corrections of values are listed on the vendors' pages.
  private var corrections: TemplateValue {
    article.map { CorrectionValues(context).ofPair($0.left, $0.right) } ?? .list([])
  }

  private func editorial(_ article: ComparisonArticle) -> TemplateValue? {
    if !article.isWritten { return nil }
    let vendors = plan.edition[categoryPosition].vendors
    let (first, second) =
      article.isSwapped ? (article.right, article.left) : (article.left, article.right)
    guard let left = vendors.first(where: { $0.slug == first }),
      let right = vendors.first(where: { $0.slug == second })
    else { return nil }
    return ArticleValues(article, left: left, right: right, context: context).record()
  }

  var title: StagedValue {
    article?.title.map { .text($0.value) } ?? context.say(.comparisonTitle, staged: names)
  }

  private var tally: StagedValue {
    .record(
      ComparisonTypes.tally,
      [
        "left": facts.leftTally.staged, "right": facts.rightTally.staged,
        "even": facts.evenTally.staged, "total": facts.totalTally.staged,
        "isEven": facts.isEven.staged { .bool($0 == .yes) },
      ])
  }

  private func winner(
    nobody: StagedValue, _ left: StagedValue, _ right: StagedValue
  ) -> StagedValue {
    facts.winner.staged { outcome in
      switch outcome {
      case .nobody: nobody
      case .left: left
      case .right: right
      }
    }
  }

  /// The prompts that both vendors answered.
  private var runs: StagedValue {
    let answers = VendorSlot.answers
    guard let article else {
      return model.prompts.runs(answers.staged(.left), answers.staged(.right))
    }
    return model.prompts.runs(article: article, answers: answers.value(in:))
  }

  private func reason(_ reason: Verdict.Reason) -> StagedValue {
    let winner = winner(nobody: .text(""), left["name"], right["name"])
    let label = category.headline.map { category.criterion(at: $0).label } ?? ""
    let names = self.names.merging(["criterion": .text(label)]) { $1 }
    let isByLeads = category.winner.by == .leads
    switch reason {
    case .headline:
      guard let headline = category.headline else { return .text("") }
      let position = category.position(of: headline)
      return facts.winner.staged { outcome in
        let side: Side = outcome == .right ? .right : .left
        return context.say(
          .reasonHeadline,
          staged: [
            "winner": side.pick(self.left, right)["name"], "criterion": .text(label),
            "value": shown(side, position), "other": shown(side.other, position),
          ])
      }
    case .leads:
      let (left, right) = (facts.leftTally.staged, facts.rightTally.staged)
      return facts.winner.staged { outcome in
        let (count, other) = outcome == .right ? (right, left) : (left, right)
        return context.say(
          .reasonLeads, staged: ["winner": winner, "count": count, "other": other])
      }
    case .tie: return context.say(isByLeads ? .reasonTieLeads : .reasonTie, staged: names)
    case .withinMargin:
      return context.say(isByLeads ? .reasonWithinMarginLeads : .reasonWithinMargin, staged: names)
    case .insufficientData:
      let count = "\(category.winner.requireShared)"
      return .text(context.say(.reasonInsufficientData, ["count": count]))
    case .none: return .text(context.say(.reasonNone))
    }
  }

  /// Returns the sentence of a rule, as a list of one element or none.
  private func sentence(_ index: Int) -> StagedValue {
    let when = category.assessment[index].when
    let position = category.position(of: when)
    let left = AssessmentTemplates.subject(self.left, shown: shown(.left, position))
    let right = AssessmentTemplates.subject(self.right, shown: shown(.right, position))
    let variants = texts.sentences[categoryPosition.index][index]
    return facts.sentence(index).staged { outcome in
      guard let variant = outcome.variant, let template = variants[variant.rawValue] else {
        return .list([])
      }
      switch outcome.leader {
      case .left: return .list([.rendered(template, [left, right, left, right])])
      case .right: return .list([.rendered(template, [left, right, right, left])])
      case nil: return .list([.rendered(template, [left, right])])
      }
    }
  }

  // MARK: Cells

  /// Returns the cell of a row, with enough digits to tell the two values apart.
  func cell(_ side: Side, _ row: Int) -> StagedValue {
    let usual = VendorSlot.cells.cell(side, row)
    return facts.digits(row)?.staged(usual: usual) { VendorSlot.detailed.cell(side, $0) } ?? usual
  }

  /// Returns the text of a row's cell.
  private func shown(_ side: Side, _ row: Int) -> StagedValue {
    let usual = VendorSlot.cells.cell(side, row)["shown"]
    return facts.digits(row)?.staged(usual: usual) {
      VendorSlot.detailed.cell(side, $0)["shown"]
    } ?? usual
  }

  /// Returns the headline cell; nil if the category has no headline.
  private func headline(_ side: Side) -> StagedValue {
    category.headline.map { cell(side, category.position(of: $0)) } ?? .known(.none)
  }
}
