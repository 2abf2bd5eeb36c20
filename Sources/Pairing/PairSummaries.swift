import Comparing
package import System
import Templating

/// The result of each pair of a category, in one byte each. Lists ask about most pairs, so all
/// results are computed at once.
package struct PairSummaries: Sendable {
  package struct Summary {
    package let winner: Side?
    package let isIndexed: Bool
  }

  /// The results, by left-hand vendor and then by the distance to the right-hand vendor.
  private let rows: [[UInt8]]

  init(count: Int, jobs: Int, _ summary: @Sendable (Int, Int) -> Summary) {
    rows = concurrentMap(Array(0..<count), jobs: jobs) { left in
      (left..<count).dropFirst().map { right in
        let summary = summary(left, right)
        let winner = UInt8(WinnerOutcome(summary.winner).rawValue)
        return winner | (summary.isIndexed ? 4 : 0)
      }
    }
  }

  func winner(_ left: Int, _ right: Int) -> Side? {
    WinnerOutcome(rawValue: UInt16(rows[left][right - left - 1] & 3))?.winner
  }

  func isIndexed(_ left: Int, _ right: Int) -> Bool { rows[left][right - left - 1] & 4 != 0 }
}
