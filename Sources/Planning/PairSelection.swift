import Comparing
import Content

/// The pairs of a category that get a page: all pairs, or those that editors listed.
struct PairSelection: Sendable {
  private let vendorCount: Int
  /// The right vendors of each left vendor, in order; nil when all pairs are selected.
  private let listed: [[Int]]?
  /// The vendors that are on either side of a listed pair.
  private let paired: Set<Int>?

  init(_ category: CategoryPosition, of edition: Edition) {
    vendorCount = edition[category].vendors.count
    guard edition[category].category.pairs == .listed else {
      (listed, paired) = (nil, nil)
      return
    }
    var rights = Array(repeating: Set<Int>(), count: vendorCount)
    for article in edition.library.comparisons {
      guard let pair = edition.position(of: article), pair.category == category else { continue }
      rights[pair.left].insert(pair.right)
    }
    listed = rights.map { $0.sorted() }
    paired = Set(rights.joined()).union(rights.indices.filter { !rights[$0].isEmpty })
  }

  var count: Int {
    listed.map { $0.reduce(0) { $0 + $1.count } } ?? vendorCount * (vendorCount - 1) / 2
  }

  /// Whether a vendor is paired with any other, on either side.
  func hasPartners(_ vendor: Int) -> Bool {
    paired.map { $0.contains(vendor) } ?? (vendorCount > 1)
  }

  /// Returns the number of right vendors that a left vendor is paired with.
  func count(of left: Int) -> Int { listed?[left].count ?? max(0, vendorCount - left - 1) }

  /// Returns the right vendors that a left vendor is paired with.
  func rights(of left: Int) -> [Int] {
    listed.map { $0[left] } ?? Array((left + 1)..<max(vendorCount, left + 1))
  }

  /// Returns whether a pair, left before right, has a page. Takes constant time if all pairs have
  /// one.
  func contains(left: Int, right: Int) -> Bool {
    listed.map { $0[left].contains(right) } ?? (left < right && right < vendorCount)
  }

  /// Returns whether a vendor is paired with more than a number of others.
  func hasPartners(_ vendor: Int, over limit: Int) -> Bool {
    if vendorCount - 1 <= limit { return false }
    return listed == nil || partners(of: vendor).count > limit
  }

  /// Returns all vendors that share a page with a vendor, in order. Takes time linear in the
  /// vendors.
  func partners(of vendor: Int) -> [Int] {
    guard let listed else { return Array(0..<vendor) + Array((vendor + 1)..<vendorCount) }
    return (0..<vendorCount).filter {
      $0 < vendor ? listed[$0].contains(vendor) : listed[vendor].contains($0)
    }
  }
}
