package import Presenting
package import Templating

/// The names that the comparison template may use.
package enum ComparisonPage {
  package static let kind = PageKind.comparison
  package static let members = [
    Member("left", .record(VendorTypes.vendor), "The vendor shown first."),
    Member("right", .record(VendorTypes.vendor), "The vendor shown second."),
    Member("comparison", .record(ComparisonTypes.comparison), "How the two compare."),
  ]
  package static let schema = PageSchema(
    name: kind.rawValue, globals: members, site: SiteTypes.members)
}
