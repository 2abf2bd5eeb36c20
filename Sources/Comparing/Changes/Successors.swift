import Content
import Diagnosing

/// The vendors that took the place of retired ones, as the reports of a week say it.
struct Successors {
  private let next: [Slug: Slug]

  init(of library: Library, until week: Week) {
    let pairs = library.vendors.compactMap { vendor -> (Slug, Slug)? in
      guard let report = vendor.reports.last(where: { $0.week <= week }), report.retired else {
        return nil
      }
      return report.renamedTo.flatMap { Slug($0.value) }.map { (vendor.slug, $0) }
    }
    next = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the vendor that goes on in place of another, which may have been renamed several
  /// times; nil if there is none.
  subscript(slug: Slug) -> Slug? {
    guard var last = next[slug] else { return nil }
    var seen: Set<Slug> = [slug]
    while seen.insert(last).inserted {
      guard let later = next[last] else { return last }
      last = later
    }
    return nil
  }
}
