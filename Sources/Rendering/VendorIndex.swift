import Comparing
import FoundationEssentials
import Planning
import Reading

/// The list of vendors that the picker and the 404 page ask for: `/api/v1/index.json`.
struct VendorIndex: Encodable {
  static let path = "api/v1/index.json"

  struct Category: Encodable {
    let slug: String
    let title: String
    let vendors: [Vendor]
  }

  struct Vendor: Encodable {
    let slug: String
    let name: String
  }

  /// Addresses with `{left}`, `{right}` and `{vendor}` in their gaps.
  struct Paths: Encodable {
    let comparison: String
    let vendor: String
    let data: String
  }

  let week: String
  let paths: Paths
  let categories: [Category]

  init(_ plan: SitePlan) {
    let base = String(plan.base.path.dropLast())
    let paths = plan.edition.library.site.paths
    week = plan.edition.week.text
    self.paths = Paths(
      comparison: base + paths.comparison.path(["left": "{left}", "right": "{right}"]),
      vendor: base + paths.vendor.path(["vendor": "{vendor}"]),
      data: plan.base.path + VendorData.path("{vendor}"))
    categories = plan.edition.categories.map { entry in
      Category(
        slug: entry.category.slug.text, title: entry.category.title,
        vendors: entry.vendors.map { Vendor(slug: $0.slug.text, name: $0.report.name) })
    }
  }

  var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("strings and lists can always be encoded")
    }
    return Array(data) + [UInt8(ascii: "\n")]
  }
}
