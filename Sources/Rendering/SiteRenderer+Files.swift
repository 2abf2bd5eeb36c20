import Comparing
import Content
import Planning
import Presenting
import Syndicating

/// The files of a site that are no pages: assets, and the vendors as data.
extension SiteRenderer {
  package var files: [SiteFile] {
    assets + [vendorIndex]
      + plan.edition.categories.enumerated().flatMap { index, entry in
        entry.vendors.indices.map { dataFile(ofVendor: $0, inCategory: index) }
      }
  }

  /// The file at a path; of two at one path the one that a build writes last.
  package func file(at path: String) -> SiteFile? {
    if let slug = DataAddress.vendor(at: path),
      case .vendor(let category, let vendor)? = plan.page(ofVendor: slug)
    {
      return dataFile(ofVendor: vendor, inCategory: category)
    }
    return path == DataAddress.vendorIndex ? vendorIndex : assets.last { $0.path == path }
  }

  /// The theme's, then the content's.
  private var assets: [SiteFile] {
    theme.assets.map { SiteFile(path: $0.path, bytes: $0.bytes) }
      + plan.edition.library.assets.map { SiteFile(path: $0.path, bytes: $0.bytes) }
  }

  private var vendorIndex: SiteFile {
    SiteFile(path: DataAddress.vendorIndex, bytes: syndicator.vendorIndex)
  }

  private func dataFile(ofVendor vendor: Int, inCategory category: Int) -> SiteFile {
    SiteFile(
      path: DataAddress.vendor(plan.edition.categories[category].vendors[vendor].slug.text),
      fingerprint: { model.sourceFingerprint(ofVendor: vendor, inCategory: category) },
      bytes: { syndicator.data(ofVendor: vendor, inCategory: category) })
  }
}
