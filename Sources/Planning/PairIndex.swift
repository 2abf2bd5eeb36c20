import Comparing
import Content

/// Which pairs stand at a path: it is taken apart, and its two slugs are looked up.
///
/// It grows with the vendors, and no question scans the pairs.
struct PairIndex: Sendable {
  private let plan: SitePlan
  private let pattern: PairPattern
  private var vendors: [String: (category: Int, position: Int)] = [:]

  init(_ plan: SitePlan) {
    self.plan = plan
    pattern = PairPattern(plan.edition.library.site.paths.comparison)
    for (category, entry) in plan.edition.categories.enumerated() {
      for (position, vendor) in entry.vendors.enumerated() {
        vendors[vendor.slug.text] = (category, position)
      }
    }
  }

  /// The comparisons at a path; more than one if they are in each other's way.
  func comparisons(at path: String) -> [Page] {
    var found: [Page] = []
    for (first, second) in pattern.slugs(in: path) {
      guard let a = vendors[first], let b = vendors[second], a.category == b.category,
        let page = plan.comparison(of: a.position, and: b.position, inCategory: a.category),
        plan.path(of: page) == path,
        // `vs-vs` and `vs` are on either side of `-vs-` in the address of the two.
        !found.contains(page)
      else { continue }
      found.append(page)
    }
    return found
  }

  /// Some comparisons, among them one at least of each vendor such as `a-vs` that is in another's
  /// way; linear in the vendors and in the pairs that are listed.
  var suspects: [Page] { listed + pattern.overlaps.flatMap(overlapping) }

  private var listed: [Page] {
    plan.edition.categories.indices.filter {
      plan.edition.categories[$0].category.pairs == .listed
    }.flatMap { category in
      plan.edition.categories[category].vendors.indices.flatMap { left in
        plan.rights(ofLeft: left, inCategory: category).map {
          Page.comparison(category: category, left: left, right: $0)
        }
      }
    }
  }

  /// The pairs of `a-vs` with the first and the last `b` of which there is a `vs-b`. Whether two
  /// addresses are one depends besides on which slugs come first, so if no pair at the ends of the
  /// order is in the way of another, none is.
  private func overlapping(ending: String, beginning: String) -> [Page] {
    /// The categories of `a` and `vs-b`, and of `a-vs` and `b`.
    struct Categories: Hashable { let stems, others: Int }
    var seconds: [Categories: [Int]] = [:]
    for category in plan.edition.categories.indices {
      for (position, vendor) in plan.edition.categories[category].vendors.enumerated() {
        guard let long = vendors[beginning + vendor.slug.text] else { continue }
        seconds[Categories(stems: long.category, others: category), default: []].append(position)
      }
    }
    return plan.edition.categories.indices.flatMap { category in
      plan.edition.categories[category].vendors.enumerated().flatMap { position, vendor in
        let slug = vendor.slug.text
        guard slug.hasSuffix(ending),
          let stem = vendors[String(slug.dropLast(ending.count))],
          let found = seconds[Categories(stems: stem.category, others: category)]
        else { return [] as [Page] }
        return [found.first, found.last].compactMap { other in
          other.flatMap { plan.comparison(of: position, and: $0, inCategory: category) }
        }
      }
    }
  }
}
