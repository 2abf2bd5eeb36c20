import Comparing
import Content
import Diagnosing
import Planning
import System

extension CategoryValues {
  /// The limit on the vendors that a page of alternatives lists.
  package static let alternativeLimit = 10

  /// Returns the positions of the vendors to list as alternatives to one: those that its report
  /// names, then the closest of the other vendors that it is compared with. The best come first.
  package func alternatives(to vendor: Int) -> [Int] {
    parts.alternatives.value(vendor) {
      let plan = model.plan
      let own = VendorPosition(position, vendor)
      let partners = plan.partners(of: own)
      let named = self.named(by: own, among: partners).prefix(Self.alternativeLimit)
      let others = closeness.closest(
        to: vendor, among: partners.filter { !named.contains($0) },
        limit: Self.alternativeLimit - named.count)
      // Without a ranking, the named vendors come first, then the closest.
      if plan.edition[position].category.headline == nil { return named + others }
      let standings = standings
      return (named + others).sorted {
        standings[$0]?.order ?? .max < standings[$1]?.order ?? .max
      }
    }
  }

  private var closeness: Closeness {
    parts.closeness.value { Closeness(model.plan.edition[position]) }
  }

  /// Returns the positions of vendors that a vendor is compared with, the nearest first.
  package func nearest(to vendor: Int, limit: Int) -> [Int] {
    closeness.closest(
      to: vendor, among: model.plan.partners(of: VendorPosition(position, vendor)), limit: limit)
  }

  /// Returns the positions of the vendors that a vendor is compared with, in the order of their
  /// names: a long list is searched, and it stays as it is when a value changes.
  ///
  /// - Parameter limit: the most vendors; of more, the nearest are returned.
  package func partnersByName(of vendor: Int, limit: Int) -> [Int] {
    let partners = model.plan.partners(of: VendorPosition(position, vendor))
    if partners.count <= limit, partners.count == entry.vendors.count - 1 {
      return nameOrder.filter { $0 != vendor }
    }
    var isListed = [Bool](repeating: false, count: entry.vendors.count)
    for partner in partners.count > limit ? nearest(to: vendor, limit: limit) : partners {
      isListed[partner] = true
    }
    return nameOrder.filter { isListed[$0] }
  }

  /// Returns the place of a vendor in the ranking; nil if the vendor cannot be compared.
  func place(of vendor: Int) -> Int? { standings[vendor]?.place }

  /// Returns the alternatives that a vendor's report names, in the order written and without
  /// duplicates.
  private func named(by vendor: VendorPosition, among partners: [Int]) -> [Int] {
    var named: [Int] = []
    for alternative in model.plan.edition[vendor].report.assessments.alternatives
    where alternative.relation == AssessmentValues.Relation.alternative.rawValue {
      guard let other = self.vendor(of: alternative), partners.contains(other),
        !named.contains(other)
      else { continue }
      named.append(other)
    }
    return named
  }

  /// Returns the vendor of this category that an entry of a report names; nil for any other
  /// product.
  func vendor(of alternative: Alternative) -> Int? {
    guard case .vendor(let slug) = alternative.subject,
      let vendor = model.plan.edition.position(of: slug.value), vendor.category == position
    else { return nil }
    return vendor.index
  }

  private var standings: [Int: (order: Int, place: Int?)] {
    parts.standings.value {
      var standings: [Int: (order: Int, place: Int?)] = [:]
      for (order, place) in ranking.enumerated() {
        guard let vendor = model.plan.edition.position(of: place.vendor.slug.text) else { continue }
        standings[vendor.index] = (order, place.place)
      }
      return standings
    }
  }
}
