import Comparing
import Diagnosing
import Hashing
import Planning
import Reading

extension Sitemap {
  /// Changes whenever a part does, without a look at any pair: it is made of the vendors.
  var fingerprint: Fingerprint {
    let plan = renderer.plan
    return Fingerprint { input in
      for page in plan.sitemapParts.flatMap(\.pages) {
        input.add(plan.canonical(of: page))
        input.add(lastChange(of: page)?.text ?? "")
      }
      for (index, entry) in plan.edition.categories.enumerated() {
        input.add(entry.category.file.bytes)
        for (position, vendor) in entry.vendors.enumerated() {
          input.add(vendor.slug.text)
          input.add(vendor.report.updated.text)
          input.add(plan.comparisonCount(ofLeft: position, inCategory: index))
          vendor.addOutcomes(to: &input)
        }
      }
      for article in plan.edition.library.comparisons { input.add(article.file.bytes) }
    }
  }
}
