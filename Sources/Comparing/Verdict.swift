import Content
import FoundationEssentials
package import System

/// The winner of a comparison and the reason, or the reason why nobody wins.
package struct Verdict: Sendable, Hashable {
  /// The reason for a verdict. `explain` prints these words, which are part of its contract.
  package enum Reason: String, Sendable, Hashable {
    case headline, leads, tie
    case withinMargin = "within-margin"
    case insufficientData = "insufficient-data"
    case none
  }

  package let winner: Side?
  package let reason: Reason

  init(_ winner: Side?, _ reason: Reason) {
    self.winner = winner
    self.reason = reason
  }

  /// Who is ahead on the headline, and whether by more than the margin of the winner rule.
  struct Headline {
    let lead: Lead
    let isBeyondMargin: Bool
  }

  /// Applies the winner rule of the category. Only values take part (T-04).
  init(_ left: Vendor, _ right: Vendor, in category: Category, tally: Tally) {
    let headline = category.headline.map { index in
      let difference = difference(at: index, of: left, and: right)
      return Headline(
        lead: Lead(at: index, of: left, and: right, in: category),
        isBeyondMargin: difference.map { abs($0) > category.winner.margin } ?? false)
    }
    self.init(
      category.winner, ranked: Self.rankedShared(left, right, in: category), tally: tally,
      headline: headline)
  }

  /// Applies a winner rule to the numbers of a comparison.
  ///
  /// - Parameters:
  ///   - ranked: the number of ranked criteria for which both vendors have comparable values.
  ///   - headline: nil when the category has none.
  init(_ rule: WinnerRule, ranked: Int, tally: Tally, headline: Headline?) {
    if rule.by == .none {
      self.init(nil, .none)
    } else if ranked < rule.requireShared {
      self.init(nil, .insufficientData)
    } else if rule.by == .leads {
      self.init(leads: tally, margin: rule.margin)
    } else if let headline {
      self.init(headline)
    } else {
      self.init(nil, .insufficientData)
    }
  }

  private init(leads tally: Tally, margin: Decimal) {
    if tally.left + tally.right + tally.even == 0 {
      self.init(nil, .insufficientData)
    } else if tally.left == tally.right {
      self.init(nil, .tie)
    } else if margin != 0, Decimal(abs(tally.left - tally.right)) <= margin {
      self.init(nil, .withinMargin)
    } else {
      self.init(tally.left > tally.right ? .left : .right, .leads)
    }
  }

  private init(_ headline: Headline) {
    if let leader = headline.lead.leader {
      if headline.isBeyondMargin {
        self.init(leader, .headline)
      } else {
        self.init(nil, .withinMargin)
      }
    } else {
      self.init(nil, headline.lead == .tie ? .tie : .insufficientData)
    }
  }

  /// Returns the number of ranked criteria for which both vendors have comparable values.
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

  /// The verdict with the two vendors swapped.
  package var mirrored: Verdict {
    Verdict(winner?.other, reason)
  }
}
