import Comparing
import Content
import Planning
import Presenting
import Syndicating

/// The files of a site that are not pages: assets and open data.
extension SiteRenderer {
  package var files: [SiteFile] {
    copies + [vendorIndex]
      + plan.edition.categoryPositions.flatMap { plan.edition.vendorPositions(of: $0) }
      .map(dataFile) + plan.retired.map(dataFile)
  }

  /// Returns the file at a path. If two files share the path, returns the one that a build writes
  /// last.
  package func file(at path: String) -> SiteFile? {
    if let slug = DataAddress.vendor(at: path), let vendor = plan.edition.position(of: slug.text) {
      return dataFile(of: vendor)
    }
    if let slug = DataAddress.vendor(at: path),
      let vendor = plan.retired.first(where: { $0.slug == slug })
    {
      return dataFile(of: vendor)
    }
    return path == DataAddress.vendorIndex ? vendorIndex : copies.last { $0.path == path }
  }

  /// The assets, followed by the files for the root of the site.
  private var copies: [SiteFile] {
    assets.all.map(\.file)
      + plan.edition.library.statics.map { file in
        SiteFile(path: file.path, fingerprint: { file.fingerprint }, contents: .copied(file.file))
      }
  }

  private var vendorIndex: SiteFile {
    SiteFile(path: DataAddress.vendorIndex, bytes: syndicator.vendorIndex)
  }

  private func dataFile(of vendor: RetiredVendor) -> SiteFile {
    SiteFile(
      path: DataAddress.vendor(vendor.slug.text), fingerprint: { model.inputs },
      contents: .made { syndicator.data(of: vendor) })
  }

  private func dataFile(of vendor: VendorPosition) -> SiteFile {
    SiteFile(
      path: DataAddress.vendor(plan.edition[vendor].slug.text),
      fingerprint: { model.sourceFingerprint(of: vendor) },
      contents: .made { syndicator.data(of: vendor) })
  }
}
