import FoundationEssentials
import Reading

/// A place in a category's ranking by its headline; vendors of equal value share a place.
package struct RankingPlace: Sendable {
  /// From 1; nil for a vendor without a value, which stands at the end.
  package let place: Int?
  package let vendor: Vendor
}

extension EditionCategory {
  /// All vendors, best first; equal and unranked ones by slug.
  package var ranking: [RankingPlace] {
    guard let headline = category.headline else {
      return vendors.map { RankingPlace(place: nil, vendor: $0) }
    }
    let criterion = category.criterion(at: headline)
    func isBetter(_ a: Vendor, _ b: Vendor) -> Bool {
      guard let left = a.rank(at: headline), let right = b.rank(at: headline),
        let difference = left.difference(from: right)
      else { return a.rank(at: headline) != nil && b.rank(at: headline) == nil }
      return criterion.better == .higher ? difference > 0 : difference < 0
    }
    let sorted = vendors.sorted { a, b in
      isBetter(a, b) || (!isBetter(b, a) && a.slug < b.slug)
    }
    var places: [RankingPlace] = []
    for (index, vendor) in sorted.enumerated() {
      let isTied = places.last.map { !isBetter($0.vendor, vendor) } ?? false
      let place =
        vendor.rank(at: headline) == nil ? nil : isTied ? places[index - 1].place : index + 1
      places.append(RankingPlace(place: place, vendor: vendor))
    }
    return places
  }
}
