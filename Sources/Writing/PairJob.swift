import Comparing
import Pairing
import Rendering
import System

/// The comparisons of one category, with what their pages are made from.
struct PairJob: Sendable {
  let category: Int
  let renderer: PairRenderer
  let parts: [PairRenderer.VendorFragments]
  let layout: SiteLayout.PairLayout
  let paths: PairPaths
  let sources: SiteSources.PairSources
  let shard: Shard?

  init(_ renderer: SiteRenderer, category: Int, layout: SiteLayout, jobs: Int) {
    self.category = category
    self.renderer = renderer.pairs(inCategory: CategoryPosition(category))
    self.layout = layout.pairs[category]
    paths = self.layout.paths
    shard = layout.shard
    let (pairs, slugs) = (self.renderer, layout.pairs[category].slugs)
    let parts = pairs.fragments(jobs: jobs)
    self.parts = parts
    let fingerprints = concurrentMap(Array(parts.indices), jobs: jobs) {
      pairs.fingerprints(ofVendor: $0, parts[$0])
    }
    sources = SiteSources.PairSources(
      program: pairs.fingerprint,
      left: Dictionary(uniqueKeysWithValues: zip(slugs, fingerprints.map(\.left))),
      right: Dictionary(uniqueKeysWithValues: zip(slugs, fingerprints.map(\.right))),
      articles: Dictionary(
        uniqueKeysWithValues: pairs.articleFingerprints.map {
          ("\(slugs[$0.left]) \(slugs[$0.right])", $0.fingerprint)
        }))
  }

  /// The left-hand vendors whose pairs are part of this build.
  var lefts: [Int] { layout.slugs.indices.filter { shard?.holds(left: $0) ?? true } }

  var pairCount: Int { lefts.reduce(0) { $0 + layout.rightCount(of: $1) } }

  /// How many pages have to be made, at least.
  func staleCount(_ staleness: PairStaleness) -> Int {
    if staleness.isAll { return pairCount }
    if staleness.isNothing { return 0 }
    return lefts.reduce(0) { count, left in
      count + staleness.rights(of: left, in: layout).count { staleness.isStale(left, $0) }
    }
  }
}
