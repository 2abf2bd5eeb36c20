import Comparing
import Content
import FoundationEssentials
import Templating

/// A small number that a comparison page depends on beside its two vendors.
///
/// What a page shows for each outcome is given by a `switch` over the outcomes, so that numbers and
/// values cannot come apart.
struct Fact<Outcome: CaseIterable & RawRepresentable<UInt16> & Sendable>: Sendable {
  /// Where the number stands among the facts of a pair.
  let position: Int

  /// The value for each outcome. Raw values count from 0 in the order of the cases.
  func staged(_ value: (Outcome) -> StagedValue) -> StagedValue {
    .fact(position, Outcome.allCases.map(value))
  }

  func set(_ outcome: Outcome, in facts: inout [UInt16]) { facts[position] = outcome.rawValue }
}

/// A fact that counts.
struct CountFact: Sendable {
  let position: Int
  /// The largest count.
  let limit: Int

  var staged: StagedValue {
    .fact(position, (0...limit).map { .known(.number(Decimal($0))) })
  }

  func set(_ count: Int, in facts: inout [UInt16]) { facts[position] = UInt16(clamping: count) }
}

/// Which facts the comparisons of a category have, and where each stands.
struct PairFacts: Sendable {
  let rowCount: Int
  let sentenceCount: Int

  init(_ category: Category) {
    rowCount = category.groups.reduce(0) { $0 + $1.criteria.count }
    sentenceCount = category.assessment.count
  }

  /// - Parameter row: the criterion's position among all of the category.
  func lead(_ row: Int) -> Fact<LeadOutcome> { Fact(position: row) }
  var winner: Fact<WinnerOutcome> { Fact(position: rowCount) }
  var reason: Fact<ReasonOutcome> { Fact(position: rowCount + 1) }
  var isIndexed: Fact<Answer> { Fact(position: rowCount + 2) }
  var leftTally: CountFact { CountFact(position: rowCount + 3, limit: rowCount) }
  var rightTally: CountFact { CountFact(position: rowCount + 4, limit: rowCount) }
  var evenTally: CountFact { CountFact(position: rowCount + 5, limit: rowCount) }
  /// The right report is of a later week.
  var isRightNewer: Fact<Answer> { Fact(position: rowCount + 6) }
  /// Neither vendor leads a row.
  var isEven: Fact<Answer> { Fact(position: rowCount + 7) }
  /// - Parameter rule: the position of the assessment rule.
  func sentence(_ rule: Int) -> Fact<SentenceOutcome> { Fact(position: rowCount + 8 + rule) }

  var count: Int { rowCount + 8 + sentenceCount }

  /// - Parameter facts: as many as `count`.
  func fill(
    _ facts: inout [UInt16], _ outcome: Outcome, isIndexed: Bool, isRightNewer: Bool
  ) {
    for (row, lead) in outcome.leads.enumerated() { self.lead(row).set(.init(lead), in: &facts) }
    winner.set(.init(outcome.verdict.winner), in: &facts)
    reason.set(.init(outcome.verdict.reason), in: &facts)
    self.isIndexed.set(.init(isIndexed), in: &facts)
    leftTally.set(outcome.tally.left, in: &facts)
    rightTally.set(outcome.tally.right, in: &facts)
    evenTally.set(outcome.tally.even, in: &facts)
    self.isRightNewer.set(.init(isRightNewer), in: &facts)
    isEven.set(.init(outcome.tally.left + outcome.tally.right == 0), in: &facts)
    for (rule, said) in outcome.sentences.enumerated() {
      sentence(rule).set(.init(said), in: &facts)
    }
  }
}
