import Comparing
import Content

/// Finds the pairs at a path by looking up the two slugs in it.
///
/// The index grows with the vendors, and no query scans the pairs.
struct PairIndex: Sendable {
  private let plan: SitePlan
  private var pattern: ComparisonAddress { plan.comparisonAddress }

  init(_ plan: SitePlan) {
    self.plan = plan
  }

  private func vendor(_ slug: String) -> VendorPosition? { plan.edition.position(of: slug) }

  /// Returns the comparisons at a path; more than one if pairs collide.
  func comparisons(at path: String) -> [Page] {
    var found: [Page] = []
    for (first, second) in pattern.slugs(in: path) {
      guard let a = vendor(first), let b = vendor(second),
        let page = plan.comparison(of: a, and: b),
        plan.path(of: page) == path,
        // In the address of `vs-vs` and `vs`, either slug can be read on either side of `-vs-`.
        !found.contains(page)
      else { continue }
      found.append(page)
    }
    return found
  }

  /// A selection of comparisons that may collide with others. For each vendor such as `a-vs` that
  /// collides, at least one of its comparisons is included. Takes time linear in the vendors and in
  /// the listed pairs.
  var suspects: [Page] { listed + pattern.overlaps.flatMap(overlapping) }

  private var listed: [Page] {
    plan.edition.categoryPositions.filter { plan.edition[$0].category.pairs == .listed }
      .flatMap { plan.edition.vendorPositions(of: $0) }.flatMap { left in
        plan.rights(ofLeft: left).map {
          Page.comparison(PairPosition(left.category, left: left.index, right: $0))
        }
      }
  }

  /// Returns the pairs of `a-vs` with the first and the last `b` for which a vendor `vs-b` exists.
  /// Whether two addresses are equal also depends on the order of the slugs. If no pair at either
  /// end of that order collides, none does.
  private func overlapping(ending: String, beginning: String) -> [Page] {
    /// The categories of `a` and `vs-b`, and of `a-vs` and `b`.
    struct Categories: Hashable { let stems, others: CategoryPosition }
    var seconds: [Categories: [VendorPosition]] = [:]
    let all = plan.edition.categoryPositions.flatMap { plan.edition.vendorPositions(of: $0) }
    for position in all {
      guard let long = vendor(beginning + plan.edition[position].slug.text) else { continue }
      seconds[Categories(stems: long.category, others: position.category), default: []]
        .append(position)
    }
    return all.flatMap { position in
      let slug = plan.edition[position].slug.text
      guard slug.hasSuffix(ending), let stem = vendor(String(slug.dropLast(ending.count))),
        let found = seconds[Categories(stems: stem.category, others: position.category)]
      else { return [] as [Page] }
      return [found.first, found.last].compactMap { other in
        other.flatMap { plan.comparison(of: position, and: $0) }
      }
    }
  }
}
