import Content
import FoundationEssentials

/// Who is ahead on one criterion. "No data" is never a loss, so there are four results, not three.
package enum Lead: String, Sendable, Hashable {
  case left, right, tie, none

  /// The same result with the two vendors swapped.
  package var mirrored: Lead {
    switch self {
    case .left: .right
    case .right: .left
    case .tie, .none: self
    }
  }

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
