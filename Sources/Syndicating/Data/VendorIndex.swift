import Comparing
import Content
import Planning

/// The list of vendors that the picker and the 404 page load: `/api/v1/index.json`.
struct VendorIndex {
  struct Category {
    let slug: String
    let title: String
    let vendors: [Vendor]
  }

  struct Vendor {
    let slug: String
    let name: String
  }

  /// Address patterns with the placeholders `{left}`, `{right}` and `{vendor}`.
  struct Paths {
    let comparison: String
    let vendor: String
    let data: String
  }

  let week: String
  let paths: Paths
  let categories: [Category]
  /// The slugs of renamed vendors, each with the vendor's new slug.
  let renamed: [(from: Slug, to: Slug)]

  init(_ plan: SitePlan) {
    let base = String(plan.base.path.dropLast())
    let paths = plan.edition.library.site.paths
    week = plan.edition.week.text
    self.paths = Paths(
      comparison: base + plan.comparisonAddress.path("{left}", "{right}"),
      vendor: base + paths.vendor.path(["vendor": "{vendor}"]),
      data: plan.base.path + DataAddress.vendor("{vendor}"))
    renamed = plan.renamed
    categories = plan.edition.categories.map { entry in
      Category(
        slug: entry.category.slug.text, title: entry.category.title,
        vendors: entry.vendors.map { Vendor(slug: $0.slug.text, name: plan.edition.name(of: $0)) })
    }
  }

  /// The file, with keys in the order of the properties.
  var json: [UInt8] {
    JSONWriter.file {
      $0.member("categories", categories) { $1.write(into: &$0) }
      $0.name("paths")
      paths.write(into: &$0)
      if !renamed.isEmpty {
        $0.name("renamed")
        $0.object { json in
          for vendor in renamed { json.member(vendor.from.text, vendor.to.text) }
        }
      }
      $0.member("week", week)
    }
  }
}

extension VendorIndex.Category {
  fileprivate func write(into json: inout JSONWriter) {
    json.object {
      $0.member("slug", slug)
      $0.member("title", title)
      $0.member("vendors", vendors) { json, vendor in
        json.object {
          $0.member("name", vendor.name)
          $0.member("slug", vendor.slug)
        }
      }
    }
  }
}

extension VendorIndex.Paths {
  fileprivate func write(into json: inout JSONWriter) {
    json.object {
      $0.member("comparison", comparison)
      $0.member("data", data)
      $0.member("vendor", vendor)
    }
  }
}
