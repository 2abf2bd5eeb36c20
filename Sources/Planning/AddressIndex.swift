import Comparing
import Synchronization

/// The inverse of a plan's routes: which page stands at a path.
///
/// Pages and documents that exist once are looked up by their paths, comparisons by their vendors.
/// No two pages of a plan stand at one path, so those of vendors need not be known before one is
/// asked for.
package final class AddressIndex: Sendable {
  private let plan: SitePlan
  private let pairs: PairIndex
  private let pages = Mutex<[String: Page]?>(nil)

  package init(_ plan: SitePlan) {
    self.plan = plan
    pairs = PairIndex(plan)
  }

  /// The page whose path, from `/` and before the base path, is exactly this one.
  package subscript(path: String) -> Page? {
    if path == plan.path(of: .home) { return .home }
    return pairs.comparisons(at: path).first ?? allPages[path]
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
