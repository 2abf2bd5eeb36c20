import Content
package import Diagnosing
import System

/// A sentence of the assessment: the text of a rule that applies to a pair.
///
/// The texts are templates. This type says which text applies and with which values, so that
/// `Pairing` only has to fill in the values.
package struct AssessmentSentence: Sendable, Hashable {
  /// The index of the sentence's rule in `category.assessment`.
  package let rule: Int
  package let variant: Variant
  package let lead: Lead

  package enum Variant: Int, Sendable, Hashable, CaseIterable {
    case text, tied, missing, notWinner
  }
}

extension Comparison {
  /// The sentences that apply, in the order of the rubric. A rule without a text for the case at
  /// hand says nothing.
  package var assessment: [AssessmentSentence] {
    category.assessment.indices.compactMap { index in
      AssessmentSentence(
        rule: index, AssessmentTexts(of: category.assessment[index]),
        lead: Lead(at: category.assessment[index].when, of: left, and: right, in: category),
        winner: verdict.winner)
    }
  }
}

extension AssessmentSentence {
  /// Returns nil when the rule has no text for the case at hand.
  init?(rule: Int, _ texts: AssessmentTexts, lead: Lead, winner: Side?) {
    let variant: Variant
    if let leader = lead.leader {
      let hasLost = winner == leader.other
      variant = hasLost && texts.holds(.notWinner) ? .notWinner : .text
    } else {
      variant = lead == .tie ? .tied : .missing
    }
    guard texts.holds(variant) else { return nil }
    self.init(rule: rule, variant: variant, lead: lead)
  }
}

/// The texts that a rule of the assessment has.
struct AssessmentTexts: Sendable {
  private let mask: UInt8

  init(of rule: AssessmentRule) {
    mask = AssessmentSentence.Variant.allCases.reduce(0) { mask, variant in
      rule.template(for: variant) == nil ? mask : mask | 1 << UInt8(variant.rawValue)
    }
  }

  func holds(_ variant: AssessmentSentence.Variant) -> Bool {
    mask & 1 << UInt8(variant.rawValue) != 0
  }
}

extension AssessmentRule {
  package func template(for variant: AssessmentSentence.Variant) -> Located<String>? {
    switch variant {
    case .text: text
    case .tied: tied
    case .missing: missing
    case .notWinner: notWinner
    }
  }
}
