import Comparing
import Planning
import Reading

/// The list of vendors that the picker and the 404 page ask for: `/api/v1/index.json`.
struct VendorIndex {
  static let path = "api/v1/index.json"

  struct Category {
    let slug: String
    let title: String
    let vendors: [Vendor]
  }

  struct Vendor {
    let slug: String
    let name: String
  }

  /// Addresses with `{left}`, `{right}` and `{vendor}` in their gaps.
  struct Paths {
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

  /// Keys in order.
  var json: JSONValue {
    .members([
      "categories": .list(categories.map(\.json)), "paths": paths.json, "week": .text(week),
    ])
  }
}

extension VendorIndex.Category {
  fileprivate var json: JSONValue {
    .members(["slug": .text(slug), "title": .text(title), "vendors": .list(vendors.map(\.json))])
  }
}

extension VendorIndex.Vendor {
  fileprivate var json: JSONValue { .members(["name": .text(name), "slug": .text(slug)]) }
}

extension VendorIndex.Paths {
  fileprivate var json: JSONValue {
    .members(["comparison": .text(comparison), "data": .text(data), "vendor": .text(vendor)])
  }
}
