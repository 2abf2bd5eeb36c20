import Content
import FoundationEssentials
package import System

/// Who is ahead on one criterion. "No data" is never a loss, so there are four results, not three.
package enum Lead: String, Sendable, Hashable {
  case left, right, tie, none

  package init(leader: Side) { self = leader == .left ? .left : .right }

  package var leader: Side? {
    switch self {
    case .left: .left
    case .right: .right
    case .tie, .none: nil
    }
  }

  /// The result with the two vendors swapped.
  package var mirrored: Lead { leader.map { Lead(leader: $0.other) } ?? self }

  /// The rule of the content model, "Who leads".
  ///
  /// - Parameter difference: left minus right, or nil when the two cannot be compared.
  init(difference: Decimal?, within: Decimal, better: Better) {
    guard let difference else { self = .none; return }
    if abs(difference) <= within {
      self = .tie
    } else {
      self = (difference > 0) == (better == .higher) ? .left : .right
    }
  }
}
