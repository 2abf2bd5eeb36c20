import Comparing
import Content
import Diagnosing
import Markup
import Planning
import System

/// Checks for assets of the site that no text, logo, template or style sheet uses.
extension LinkChecker {
  func checkAssets(into log: inout Diagnostics) {
    let own = renderer.assets.all.filter { !renderer.theme.isBuiltIn($0) }
    if own.isEmpty { return }
    var used: Set<String> = []
    let library = renderer.plan.edition.library
    for link in shownLinks {
      let address = WrittenAddress(link.url.value)
      if case .file(let path) = renderer.links.target(of: address, in: link.place.file) {
        used.insert(path)
      }
    }
    let logos = Set(
      (library.vendors.flatMap(\.reports).map(\.logo) + [library.site.theme.logo])
        .compactMap { $0?.value })
    for asset in own
    where !used.contains(asset.path) && !logos.contains(asset.name)
      && !renderer.assets.loaded.contains(AssetKey(asset.owner, asset.name))
      && !renderer.theme.names(asset.name)
    {
      let folder = asset.owner == .theme ? "templates/" : "content/"
      log.report(.unusedAsset(at: SourceFile(path: folder + asset.name, bytes: []).start))
    }
  }
}
