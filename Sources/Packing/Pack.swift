import Comparing
import Content
package import Diagnosing
import Hashing
import Pairing
import Planning
package import Rendering
import System
import Templating

/// A site's comparisons in parts, from which a host puts each page together when it is asked for.
///
/// Input: a renderer. Output: the files that stand in place of the ordinary comparison pages. They
/// grow with the vendors, not with the pairs. A pack exists only if every page can be put together
/// from it, with the bytes that the renderer makes.
package struct Pack: Sendable {
  /// The folder of the parts, relative to the output folder.
  static let folder = "_pairs/"

  /// The version of the files' form, which the handler checks.
  static let format = 2

  package let files: [SiteFile]

  /// Packs the comparisons of a site. Reports parts of the template that packed pages cannot have.
  ///
  /// - Returns: nil if an error was reported.
  package init?(_ renderer: SiteRenderer, jobs: Int, into log: inout Diagnostics) {
    let plan = renderer.plan
    let packed = plan.edition.categoryPositions.filter { plan.isPackable($0) }
    let categories = packed.compactMap {
      PackedCategory(renderer, $0, jobs: jobs, into: &log)
    }
    guard categories.count == packed.count else { return nil }
    let own = Set(plan.edition.library.statics.map(\.path))
    let index = PackedIndex(renderer, categories)
    files =
      ([SiteFile(path: Self.folder + "index.json", bytes: index.json.file)]
      + categories.flatMap(\.files) + HandlerFiles(plan).files).filter { !own.contains($0.path) }
  }
}

extension SitePlan {
  /// Whether a category has ordinary pages: where only listed pairs have one, each has an article.
  fileprivate func isPackable(_ category: CategoryPosition) -> Bool {
    edition[category].category.pairs == .all && comparisonCount(of: category) > 0
  }
}
