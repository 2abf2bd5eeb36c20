package import Comparing

/// A machine-readable file, made from the plan as pages are.
package enum Document: Sendable, Hashable {
  /// The site's Atom feed and JSON feed.
  case atomFeed, jsonFeed
  case vendorFeed(VendorPosition)
  /// The sitemap, or the index of its shards.
  case sitemap
  /// A shard, by its position in the plan's list of shards.
  case sitemapShard(Int)
  case robots
}
