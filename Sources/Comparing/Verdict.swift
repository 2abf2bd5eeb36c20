import FoundationEssentials
import Reading

/// Who wins a comparison and why, or why nobody does.
package struct Verdict: Sendable, Hashable {
  package enum Side: Sendable, Hashable { case left, right }

  /// The contract's words for `explain`.
  package enum Reason: String, Sendable, Hashable {
    case headline, leads, tie
    case withinMargin = "within-margin"
    case insufficientData = "insufficient-data"
    case none
  }

  package let winner: Side?
  package let reason: Reason

  private init(_ winner: Side?, _ reason: Reason) {
    self.winner = winner
    self.reason = reason
  }

  /// The winner rule of the category. Nothing but values takes part in it (T-04).
  init(_ left: Vendor, _ right: Vendor, in category: Category, tally: Tally) {
    let rule = category.winner
    if rule.by == .none {
      self.init(nil, .none)
    } else if Self.rankedShared(left, right, in: category) < rule.requireShared {
      self.init(nil, .insufficientData)
    } else if rule.by == .leads {
      self.init(leads: tally, margin: rule.margin)
    } else if let headline = category.headline {
      self.init(
        difference: difference(at: headline, of: left, and: right),
        criterion: category.criterion(at: headline), margin: rule.margin)
    } else {
      self.init(nil, .insufficientData)
    }
  }

  private init(leads tally: Tally, margin: Decimal) {
    if tally.left + tally.right + tally.even == 0 {
      self.init(nil, .insufficientData)
    } else if tally.left == tally.right {
      self.init(nil, .tie)
    } else if Decimal(abs(tally.left - tally.right)) <= margin {
      self.init(nil, .withinMargin)
    } else {
      self.init(tally.left > tally.right ? .left : .right, .leads)
    }
  }

  private init(difference: Decimal?, criterion: Criterion, margin: Decimal) {
    let lead = Lead(difference: difference, within: criterion.within, better: criterion.better)
    switch lead {
    case .none: self.init(nil, .insufficientData)
    case .tie: self.init(nil, .tie)
    case .left, .right:
      guard let difference, abs(difference) > margin else {
        self.init(nil, .withinMargin)
        return
      }
      self.init(lead == .left ? .left : .right, .headline)
    }
  }

  /// How many criteria that can have a leader both vendors have comparable values for.
  private static func rankedShared(_ left: Vendor, _ right: Vendor, in category: Category) -> Int {
    var count = 0
    for (group, criteria) in category.groups.map(\.criteria).enumerated() {
      for criterion in criteria.indices where criteria[criterion].isRanked {
        let index = CriterionIndex(group: group, criterion: criterion)
        if difference(at: index, of: left, and: right) != nil { count += 1 }
      }
    }
    return count
  }

  /// The same verdict with the two vendors swapped.
  package var mirrored: Verdict {
    Verdict(winner.map { $0 == .left ? .right : .left }, reason)
  }
}
