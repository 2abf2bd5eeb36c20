import Comparing
import System

/// What each pair of a category comes to, in a byte: for lists, which ask about most pairs.
struct PairSummaries: Sendable {
  struct Summary {
    let winner: Verdict.Side?
    let isIndexed: Bool
  }

  /// By left vendor, then by how far to the right of it the other one is.
  private let rows: [[UInt8]]

  init(count: Int, jobs: Int, _ summary: @Sendable (Int, Int) -> Summary) {
    rows = concurrentMap(Array(0..<count), jobs: jobs) { left in
      (left..<count).dropFirst().map { right in
        let summary = summary(left, right)
        let winner: UInt8 =
          switch summary.winner {
          case nil: 0
          case .left: 1
          case .right: 2
          }
        return winner | (summary.isIndexed ? 4 : 0)
      }
    }
  }

  func winner(_ left: Int, _ right: Int) -> Verdict.Side? {
    switch rows[left][right - left - 1] & 3 {
    case 1: .left
    case 2: .right
    default: nil
    }
  }

  func isIndexed(_ left: Int, _ right: Int) -> Bool { rows[left][right - left - 1] & 4 != 0 }
}
