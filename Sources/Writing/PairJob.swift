import Comparing
import Pairing
import Rendering
import System

/// The comparisons of one category, with the renderer for their pages.
struct PairJob: Sendable {
  let category: Int
  let renderer: PairRenderer
  let layout: SiteLayout.PairLayout
  let paths: PairPaths
  let shard: Shard?

  init(_ renderer: SiteRenderer, category: Int, layout: SiteLayout) {
    self.category = category
    self.renderer = renderer.pairs(inCategory: CategoryPosition(category))
    self.layout = layout.pairs[category]
    paths = self.layout.paths
    shard = layout.shard
  }

  /// Returns the fingerprints of the comparisons' sources.
  func sources(jobs: Int) -> SiteSources.PairSources {
    let slugs = layout.slugs
    let fingerprints = concurrentMap(Array(slugs.indices), jobs: jobs) {
      renderer.fingerprint(ofVendor: $0)
    }
    return SiteSources.PairSources(
      program: renderer.fingerprint,
      vendors: Dictionary(uniqueKeysWithValues: zip(slugs, fingerprints)),
      articles: Dictionary(
        uniqueKeysWithValues: renderer.articleFingerprints.map {
          ("\(slugs[$0.left]) \(slugs[$0.right])", $0.fingerprint)
        }))
  }

  /// The left-hand vendors whose pairs belong to this shard.
  var lefts: [Int] { layout.slugs.indices.filter { shard?.holds(left: $0) ?? true } }

  var pairCount: Int { lefts.reduce(0) { $0 + layout.rightCount(of: $1) } }

  /// Returns the fragments of the stale pages, by vendor position. Where pairs are listed, each has
  /// an article, and its page is rendered as a whole.
  func fragments(
    _ staleness: PairStaleness, jobs: Int
  ) -> [PairRenderer.VendorFragments] {
    concurrentMap(Array(layout.slugs.indices), jobs: jobs) {
      renderer.fragments(ofVendor: $0, on: layout.rights == nil ? staleness.sides(of: $0) : [])
    }
  }

  /// Returns a lower bound for the number of pages to render.
  func staleCount(_ staleness: PairStaleness) -> Int {
    if staleness.isAll { return pairCount }
    if staleness.isNothing { return 0 }
    return lefts.reduce(0) { count, left in
      count + staleness.rights(of: left, in: layout).count { staleness.isStale(left, $0) }
    }
  }
}
