import Comparing
import Content
import Planning
import Presenting
import Syndicating

/// The files of a site that are not pages: assets and open data.
extension SiteRenderer {
  package var files: [SiteFile] {
    assets + [vendorIndex]
      + plan.edition.categoryPositions.flatMap { plan.edition.vendorPositions(of: $0) }
      .map(dataFile)
  }

  /// The file at a path. Of two files at one path, the one that a build writes last.
  package func file(at path: String) -> SiteFile? {
    if let slug = DataAddress.vendor(at: path), let vendor = plan.edition.position(of: slug.text) {
      return dataFile(of: vendor)
    }
    return path == DataAddress.vendorIndex ? vendorIndex : assets.last { $0.path == path }
  }

  /// The theme's assets, followed by the content's.
  private var assets: [SiteFile] {
    theme.assets.map { SiteFile(path: $0.path, bytes: $0.bytes) }
      + plan.edition.library.assets.map { asset in
        SiteFile(
          path: asset.path, fingerprint: { asset.fingerprint }, contents: .copied(asset.file))
      }
  }

  private var vendorIndex: SiteFile {
    SiteFile(path: DataAddress.vendorIndex, bytes: syndicator.vendorIndex)
  }

  private func dataFile(of vendor: VendorPosition) -> SiteFile {
    SiteFile(
      path: DataAddress.vendor(plan.edition[vendor].slug.text),
      fingerprint: { model.sourceFingerprint(of: vendor) },
      contents: .made { syndicator.data(of: vendor) })
  }
}
