import Comparing
import Content

/// Where each fact of a pair stands: the few numbers that a comparison page depends on beside its
/// two vendors.
struct PairFacts: Sendable {
  let rowCount: Int
  let sentenceCount: Int

  init(_ category: Category) {
    rowCount = category.groups.reduce(0) { $0 + $1.criteria.count }
    sentenceCount = category.assessment.count
  }

  /// The order of the outcomes of a row's lead.
  static let leads: [Lead] = [.none, .left, .right, .tie]
  static let reasons: [Verdict.Reason] = [
    .none, .headline, .leads, .tie, .withinMargin, .insufficientData,
  ]
  /// What a sentence may say, and of whom; the first outcome is that it says nothing.
  static let sentences: [(variant: AssessmentSentence.Variant, lead: Lead)] = [
    (.text, .left), (.text, .right), (.notWinner, .left), (.notWinner, .right), (.tied, .tie),
    (.missing, .none),
  ]

  /// Nobody, left, right.
  var winner: Int { rowCount }
  var reason: Int { rowCount + 1 }
  var isIndexed: Int { rowCount + 2 }
  var leftTally: Int { rowCount + 3 }
  var rightTally: Int { rowCount + 4 }
  var evenTally: Int { rowCount + 5 }
  /// The right report is of a later week.
  var isRightNewer: Int { rowCount + 6 }
  /// Neither leads a row.
  var isEven: Int { rowCount + 7 }

  func sentence(_ index: Int) -> Int { rowCount + 8 + index }

  var count: Int { rowCount + 8 + sentenceCount }

  /// - Parameter facts: as many as `count`.
  func fill(
    _ facts: inout [UInt16], _ outcome: Outcome, isIndexed: Bool, isRightNewer: Bool
  ) {
    for (index, lead) in outcome.leads.enumerated() { facts[index] = Self.number(of: lead) }
    facts[winner] =
      switch outcome.verdict.winner {
      case nil: 0
      case .left: 1
      case .right: 2
      }
    facts[reason] = Self.number(of: outcome.verdict.reason)
    facts[self.isIndexed] = isIndexed ? 1 : 0
    facts[leftTally] = UInt16(clamping: outcome.tally.left)
    facts[rightTally] = UInt16(clamping: outcome.tally.right)
    facts[evenTally] = UInt16(clamping: outcome.tally.even)
    facts[self.isRightNewer] = isRightNewer ? 1 : 0
    facts[isEven] = outcome.tally.left + outcome.tally.right == 0 ? 1 : 0
    for (index, said) in outcome.sentences.enumerated() {
      facts[sentence(index)] = said.map(Self.number) ?? 0
    }
  }

  private static func number(of lead: Lead) -> UInt16 {
    switch lead {
    case .none: 0
    case .left: 1
    case .right: 2
    case .tie: 3
    }
  }

  private static func number(of reason: Verdict.Reason) -> UInt16 {
    switch reason {
    case .none: 0
    case .headline: 1
    case .leads: 2
    case .tie: 3
    case .withinMargin: 4
    case .insufficientData: 5
    }
  }

  private static func number(of sentence: AssessmentSentence) -> UInt16 {
    switch (sentence.variant, sentence.lead) {
    case (.text, .right): 2
    case (.text, _): 1
    case (.notWinner, .right): 4
    case (.notWinner, _): 3
    case (.tied, _): 5
    case (.missing, _): 6
    }
  }
}
