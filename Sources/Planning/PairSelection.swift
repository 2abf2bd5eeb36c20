import Comparing
import Content

/// Which pairs of a category get a page: all, or those an editor listed.
struct PairSelection: Sendable {
  private let vendorCount: Int
  /// For each left vendor the right ones, in order; nil when all pairs are selected.
  private let listed: [[Int]]?

  init(_ category: CategoryPosition, of edition: Edition) {
    vendorCount = edition[category].vendors.count
    guard edition[category].category.pairs == .listed else {
      listed = nil
      return
    }
    var rights = Array(repeating: Set<Int>(), count: vendorCount)
    for article in edition.library.comparisons {
      guard let pair = edition.position(of: article), pair.category == category else { continue }
      rights[pair.left].insert(pair.right)
    }
    listed = rights.map { $0.sorted() }
  }

  var count: Int {
    listed.map { $0.reduce(0) { $0 + $1.count } } ?? vendorCount * (vendorCount - 1) / 2
  }

  /// How many right vendors a left one is paired with.
  func count(of left: Int) -> Int { listed?[left].count ?? max(0, vendorCount - left - 1) }

  /// The right vendors that a left one is paired with.
  func rights(of left: Int) -> [Int] {
    listed.map { $0[left] } ?? Array((left + 1)..<max(vendorCount, left + 1))
  }

  /// Whether a pair, left before right, has a page; in constant time when all pairs have.
  func contains(left: Int, right: Int) -> Bool {
    listed.map { $0[left].contains(right) } ?? (left < right && right < vendorCount)
  }

  /// Everyone a vendor has a page with, in order; linear in the vendors, not in the pairs.
  func partners(of vendor: Int) -> [Int] {
    guard let listed else { return (0..<vendorCount).filter { $0 != vendor } }
    return (0..<vendorCount).filter {
      $0 < vendor ? listed[$0].contains(vendor) : listed[vendor].contains($0)
    }
  }
}
