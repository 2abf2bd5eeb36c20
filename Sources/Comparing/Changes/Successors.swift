package import Content
import Diagnosing

/// The vendors that took the place of retired ones, as the reports of a week say it.
///
/// A vendor may have been renamed several times; the last name counts. Vendors that replace each
/// other in a circle have no successor, nor have those that lead there.
package struct Successors: Sendable {
  private let last: [Slug: Slug]

  init(of library: Library, until week: Week) {
    let pairs = library.vendors.compactMap { vendor -> (Slug, Slug)? in
      guard let report = vendor.reports.last(where: { $0.week <= week }), report.retired else {
        return nil
      }
      return report.renamedTo.flatMap { Slug($0.value) }.map { (vendor.slug, $0) }
    }
    self.init(next: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
  }

  /// - Parameter next: the vendor that took the place of each.
  package init(next: [Slug: Slug]) {
    var last: [Slug: Slug?] = [:]
    for start in next.keys where last[start] == nil {
      var (chain, seen): ([Slug], Set<Slug>) = ([], [])
      var slug = start
      while last[slug] == nil, let later = next[slug], seen.insert(slug).inserted {
        chain.append(slug)
        slug = later
      }
      let end = seen.contains(slug) ? nil : last[slug] ?? slug
      for slug in chain { last.updateValue(end, forKey: slug) }
    }
    self.last = last.compactMapValues(\.self)
  }

  /// Returns the vendor that goes on in place of another; nil if there is none.
  package subscript(slug: Slug) -> Slug? { last[slug] }
}
