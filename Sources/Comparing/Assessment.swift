package import Diagnosing
package import Reading

/// A sentence of the assessment: which of its texts applies to a pair.
///
/// The texts are templates; this says which one, and with which values, so that `Rendering` only
/// has to fill it in.
package struct AssessmentSentence: Sendable, Hashable {
  /// The position of the sentence's rule in `category.assessment`.
  package let rule: Int
  package let variant: Variant
  package let lead: Lead

  package enum Variant: Int, Sendable, Hashable, CaseIterable {
    case text, tied, missing, notWinner
  }
}

extension Comparison {
  /// The sentences that apply, in the order of the rubric; a rule without a text for the case at
  /// hand says nothing.
  package var assessment: [AssessmentSentence] {
    category.assessment.indices.compactMap { index in
      AssessmentSentence(
        rule: index, of: category,
        lead: Lead(at: category.assessment[index].when, of: left, and: right, in: category),
        verdict: verdict)
    }
  }
}

extension AssessmentSentence {
  /// Nil when the rule has no text for the case at hand.
  init?(rule index: Int, of category: Category, lead: Lead, verdict: Verdict) {
    let rule = category.assessment[index]
    let variant: Variant
    switch lead {
    case .tie: variant = .tied
    case .none: variant = .missing
    case .left, .right:
      let isWinner = verdict.winner == (lead == .left ? .left : .right)
      variant = !isWinner && verdict.winner != nil && rule.notWinner != nil ? .notWinner : .text
    }
    guard rule.template(for: variant) != nil else { return nil }
    self.init(rule: index, variant: variant, lead: lead)
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
