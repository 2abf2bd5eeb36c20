/// A place that serves static sites, with the limits that its documentation states.
///
/// Sources, read in November 2026: "GitHub Pages limits" (docs.github.com), "Limits" and "Redirects"
/// of Cloudflare Pages (developers.cloudflare.com), Netlify's support guide on large deploys.
package enum Host: String, CaseIterable, Sendable {
  case github
  case cloudflareFree = "cloudflare-free"
  case cloudflarePaid = "cloudflare-paid"
  case netlify
  /// A server of one's own, which has none of these limits.
  case plain

  package var name: String {
    switch self {
    case .github: "GitHub Pages"
    case .cloudflareFree: "Cloudflare Pages, free"
    case .cloudflarePaid: "Cloudflare Pages, paid"
    case .netlify: "Netlify"
    case .plain: "a plain server"
    }
  }

  package var limits: [(measure: SiteSize.Measure, allowed: Int)] {
    switch self {
    case .github: [(.bytes, 1_000_000_000)]
    case .cloudflareFree: [(.files, 20_000), (.largestFile, 26_214_400), (.redirects, 2_000)]
    case .cloudflarePaid: [(.files, 100_000), (.largestFile, 26_214_400), (.redirects, 2_000)]
    case .netlify: [(.filesInOneFolder, 54_000)]
    case .plain: []
    }
  }
}

/// How large a site is, in what hosts limit.
package struct SiteSize: Sendable, Hashable {
  package enum Measure: String, Sendable, CaseIterable {
    case files, bytes
    /// In bytes.
    case largestFile = "largest-file"
    case filesInOneFolder = "files-in-one-folder"
    case redirects
  }

  package var vendors = 0
  package var comparisons = 0
  /// Vendors of the category that has the most, to which further ones are counted.
  package var largestCategory = 0
  package var files = 0
  package var bytes = 0
  package var comparisonBytes = 0
  package var largestFile = 0
  /// The most entries that one folder has.
  package var filesInOneFolder = 0
  /// Rules that the host has to be given: none for each pair.
  package var redirects = 0
  /// Sitemaps and their index.
  package var sitemaps = 0

  package init() {}

  package subscript(measure: Measure) -> Int {
    switch measure {
    case .files: files
    case .bytes: bytes
    case .largestFile: largestFile
    case .filesInOneFolder: filesInOneFolder
    case .redirects: redirects
    }
  }

  /// The measure if the largest category had so many vendors more, all pairs of them with a page.
  func projected(_ measure: Measure, more: Int) -> Int {
    let pairs = more * largestCategory + more * (more - 1) / 2
    let others = max(1, vendors)
    switch measure {
    case .files: return files + pairs + (files - comparisons) / others * more
    case .bytes:
      let page = comparisons == 0 ? 0 : comparisonBytes / comparisons
      return bytes + pairs * page + (bytes - comparisonBytes) / others * more
    case .filesInOneFolder: return filesInOneFolder + pairs
    // Neither grows with the pairs.
    case .largestFile, .redirects: return self[measure]
    }
  }

  /// The number of vendors, those of today included, at which a limit is first broken; nil when it
  /// does not depend on the vendors, or holds beyond a million of them.
  package func breakingVendorCount(_ measure: Measure, allowed: Int) -> Int? {
    if self[measure] > allowed {
      var fewer = vendors
      // Smaller sites are this one with vendors taken away.
      while fewer > 1, projected(measure, more: fewer - 1 - vendors) > allowed { fewer -= 1 }
      return fewer
    }
    var (low, high) = (0, 1_000_000)
    guard projected(measure, more: high) > allowed else { return nil }
    while low + 1 < high {
      let middle = (low + high) / 2
      if projected(measure, more: middle) > allowed { high = middle } else { low = middle }
    }
    return vendors + high
  }
}
