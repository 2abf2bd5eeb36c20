import Comparing
import System
import Templating

/// The result of each pair of a category, as a byte. Lists need it, because they ask about most
/// pairs.
package struct PairSummaries: Sendable {
  struct Summary {
    let winner: Side?
    let isIndexed: Bool
  }

  /// Ordered by left vendor, then by the distance to the right vendor.
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
