import Content
import FoundationEssentials
package import System

/// Who is ahead on a criterion. No vendor loses because of missing data or values that cannot be
/// compared.
package enum Lead: String, Sendable, Hashable, CaseIterable {
  case left, right, tie
  /// Both vendors have a value, but one is unranked, or their units differ.
  case notComparable = "not-comparable"
  /// A value is missing, or the row has no leader.
  case none

  package init(leader: Side) { self = leader == .left ? .left : .right }

  package var leader: Side? {
    switch self {
    case .left: .left
    case .right: .right
    case .tie, .notComparable, .none: nil
    }
  }

  /// The result with the two vendors swapped.
  package var mirrored: Lead { leader.map { Lead(leader: $0.other) } ?? self }

  /// Applies the rule "Who leads" of the content model.
  ///
  /// - Parameter difference: left minus right.
  init(difference: Decimal, within: Decimal, better: Better) {
    if abs(difference) <= within {
      self = .tie
    } else {
      self = (difference > 0) == (better == .higher) ? .left : .right
    }
  }
}
