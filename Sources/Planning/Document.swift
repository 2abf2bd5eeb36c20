package import Comparing

/// A file for machines, made from the plan like the pages.
package enum Document: Sendable, Hashable {
  /// The site's Atom feed and JSON feed.
  case atomFeed, jsonFeed
  case vendorFeed(VendorPosition)
  /// The feed of a retired vendor, by its position in the plan's list of them.
  case retiredFeed(Int)
  /// The sitemap, or the index of its shards.
  case sitemap
  /// A shard, by its position in the plan's list of shards.
  case sitemapShard(Int)
  case robots
}
