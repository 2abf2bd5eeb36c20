import Comparing
import Synchronization

/// The inverse of a plan's routes: finds the page at a path.
///
/// Pages and documents that exist once are looked up by path, comparisons by their vendors. No two
/// pages of a plan share a path, so the kinds can be tried one after another.
package final class AddressIndex: Sendable {
  private let plan: SitePlan
  private let pairs: PairIndex
  private let pages = Mutex<[String: Page]?>(nil)

  package init(_ plan: SitePlan) {
    self.plan = plan
    pairs = PairIndex(plan)
  }

  /// Returns the page at exactly this path, which starts with `/` and excludes the base path.
  package subscript(path: String) -> Page? {
    if path == plan.path(of: .home) { return .home }
    return pairs.comparisons(at: path).first ?? allPages[path]
  }

  /// Returns the comparison whose file is at a path, where comparisons are files beside each other.
  package func comparison(inFile path: String) -> Page? {
    let ending = plan.comparisonAddress.fileEnding
    guard ending == ".html", path.hasSuffix(ending) else { return nil }
    return pairs.comparisons(at: String(path.dropLast(ending.count))).first
  }

  private var allPages: [String: Page] {
    pages.withLock { known in
      if let known { return known }
      var pages: [String: Page] = [:]
      for page in plan.singlePages + plan.documents { pages[plan.path(of: page)] = page }
      known = pages
      return pages
    }
  }
}
