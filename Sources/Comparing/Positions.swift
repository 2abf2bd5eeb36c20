package import Content

/// The position of a category in an edition, whose categories are sorted by slug.
package struct CategoryPosition: Sendable, Hashable, Comparable {
  package let index: Int

  package init(_ index: Int) { self.index = index }

  package static func < (left: CategoryPosition, right: CategoryPosition) -> Bool {
    left.index < right.index
  }
}

/// The position of a vendor in an edition: its category, and its place among that category's
/// vendors, which are sorted by slug.
package struct VendorPosition: Sendable, Hashable {
  package let category: CategoryPosition
  package let index: Int

  package init(_ category: CategoryPosition, _ index: Int) {
    self.category = category
    self.index = index
  }
}

/// Two vendors of a category. The left one has the smaller slug.
package struct PairPosition: Sendable, Hashable {
  package let category: CategoryPosition
  package let left: Int
  package let right: Int

  package init(_ category: CategoryPosition, left: Int, right: Int) {
    self.category = category
    self.left = left
    self.right = right
  }

  /// Creates the pair of two vendors in either order. Returns nil for equal vendors, and for
  /// vendors of two categories.
  package init?(_ a: VendorPosition, _ b: VendorPosition) {
    guard a.category == b.category, a.index != b.index else { return nil }
    self.init(a.category, left: min(a.index, b.index), right: max(a.index, b.index))
  }

  package var leftVendor: VendorPosition { VendorPosition(category, left) }
  package var rightVendor: VendorPosition { VendorPosition(category, right) }
}

extension Edition {
  package var categoryPositions: [CategoryPosition] {
    categories.indices.map { CategoryPosition($0) }
  }

  package func vendorPositions(of category: CategoryPosition) -> [VendorPosition] {
    self[category].vendors.indices.map { VendorPosition(category, $0) }
  }

  package subscript(category: CategoryPosition) -> EditionCategory { categories[category.index] }

  package subscript(vendor: VendorPosition) -> Vendor {
    self[vendor.category].vendors[vendor.index]
  }

  /// Returns the position of an article's pair; nil unless both vendors have a report in force.
  package func position(of article: ComparisonArticle) -> PairPosition? {
    guard let left = position(of: article.left.text), let right = position(of: article.right.text)
    else { return nil }
    return PairPosition(left, right)
  }
}
