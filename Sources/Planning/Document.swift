package import Comparing

/// A machine-readable file, made from the plan as pages are.
package indirect enum Document: Sendable, Hashable {
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
  /// A picture of a vendor's headline, for other sites to show.
  case badge(VendorPosition)
  /// All values of a category.
  case table(CategoryPosition, TableFormat)
  /// The picture of a shared page.
  case socialImage(SocialImage)
  /// The JSON Schema of files that have the same form on every site.
  case schema(DataSchema)
  /// A page as Markdown.
  case markdown(Page)
  /// The list of pages in Markdown, for language models.
  case llms
  /// What a host reads.
  case hostFile(HostFile)
}

/// What a picture of a shared page shows.
package enum SocialImage: Sendable, Hashable {
  case vendor(VendorPosition)
  case pair(PairPosition)
}

/// The forms in which the values of a category are published.
package enum TableFormat: String, Sendable, CaseIterable {
  case csv, json
  /// The JSON Schema of the JSON.
  case schema = "schema.json"
}

/// What a published JSON Schema describes.
package enum DataSchema: String, Sendable, CaseIterable {
  /// The list of vendors.
  case index
  /// The file of a vendor.
  case vendor
}
