import Comparing
import System
import Templating

/// The outcomes of a fact that is true or false.
enum Answer: UInt16, CaseIterable {
  case no, yes

  init(_ isTrue: Bool) { self = isTrue ? .yes : .no }
}

/// The outcomes of the fact that tells who wins a pair.
enum WinnerOutcome: UInt16, CaseIterable {
  case nobody, left, right

  init(_ winner: Side?) {
    switch winner {
    case nil: self = .nobody
    case .left: self = .left
    case .right: self = .right
    }
  }

  var winner: Side? {
    switch self {
    case .nobody: nil
    case .left: .left
    case .right: .right
    }
  }
}

/// The outcomes of the fact that tells who leads a row.
enum LeadOutcome: UInt16, CaseIterable {
  case none, left, right, tie, notComparable

  init(_ lead: Lead) {
    switch lead {
    case .none: self = .none
    case .notComparable: self = .notComparable
    case .left: self = .left
    case .right: self = .right
    case .tie: self = .tie
    }
  }

  var lead: Lead {
    switch self {
    case .none: .none
    case .left: .left
    case .right: .right
    case .tie: .tie
    case .notComparable: .notComparable
    }
  }
}

/// The outcomes of the fact that tells why a pair has a winner or none.
enum ReasonOutcome: UInt16, CaseIterable {
  case none, headline, leads, tie, withinMargin, insufficientData

  init(_ reason: Verdict.Reason) {
    switch reason {
    case .none: self = .none
    case .headline: self = .headline
    case .leads: self = .leads
    case .tie: self = .tie
    case .withinMargin: self = .withinMargin
    case .insufficientData: self = .insufficientData
    }
  }

  var reason: Verdict.Reason {
    switch self {
    case .none: .none
    case .headline: .headline
    case .leads: .leads
    case .tie: .tie
    case .withinMargin: .withinMargin
    case .insufficientData: .insufficientData
    }
  }
}

/// The outcomes of the fact that tells what a rule of the assessment says about a pair.
enum SentenceOutcome: UInt16, CaseIterable {
  case silence, leftLeads, rightLeads, leftLeadsOnly, rightLeadsOnly, tied, missing

  init(_ sentence: AssessmentSentence?) {
    switch (sentence?.variant, sentence?.lead) {
    case (nil, _): self = .silence
    case (.text, .right): self = .rightLeads
    case (.text, _): self = .leftLeads
    case (.notWinner, .right): self = .rightLeadsOnly
    case (.notWinner, _): self = .leftLeadsOnly
    case (.tied, _): self = .tied
    case (.missing, _): self = .missing
    }
  }

  /// The variant of the rule's text that applies; nil if none does.
  var variant: AssessmentSentence.Variant? {
    switch self {
    case .silence: nil
    case .leftLeads, .rightLeads: .text
    case .leftLeadsOnly, .rightLeadsOnly: .notWinner
    case .tied: .tied
    case .missing: .missing
    }
  }

  /// The side that leads the rule's criterion.
  var leader: Side? {
    switch self {
    case .leftLeads, .leftLeadsOnly: .left
    case .rightLeads, .rightLeadsOnly: .right
    case .silence, .tied, .missing: nil
    }
  }
}
