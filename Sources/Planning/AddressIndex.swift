/// The inverse of a plan's routes: which page stands at a path.
///
/// Pages and documents that exist once are looked up by their paths, comparisons by their vendors.
package struct AddressIndex: Sendable {
  private var pages: [String: Page] = [:]
  private let pairs: PairIndex

  package init(_ plan: SitePlan) {
    pairs = PairIndex(plan)
    for page in plan.singlePages + plan.documents { pages[plan.path(of: page)] = page }
  }

  /// The page whose path, from `/` and before the base path, is exactly this one.
  package subscript(path: String) -> Page? { pages[path] ?? pairs.comparisons(at: path).first }
}
