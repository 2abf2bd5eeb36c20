package import Comparing

/// A file for machines, made from the same plan as the pages.
package enum Document: Sendable, Hashable {
  /// The Atom and the JSON feed of the site.
  case atomFeed, jsonFeed
  case vendorFeed(VendorPosition)
  /// The sitemap, or the index of its parts.
  case sitemap
  /// By its position in the plan's parts.
  case sitemapPart(Int)
  case robots
}
