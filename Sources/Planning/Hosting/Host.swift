/// A place that serves static sites, with the limits that its documentation states.
///
/// Sources, read in November 2026: "GitHub Pages limits" (docs.github.com), "Limits" and
/// "Redirects" of Cloudflare Pages (developers.cloudflare.com), Netlify's support guide on large
/// deploys.
package enum Host: String, CaseIterable, Sendable {
  case github
  case cloudflareFree = "cloudflare-free"
  case cloudflarePaid = "cloudflare-paid"
  case netlify
  /// The publisher's own server, which has none of these limits.
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

/// The size of a site, in the measures that hosts limit.
package struct SiteSize: Sendable, Hashable {
  package enum Measure: String, Sendable, CaseIterable {
    case files, bytes
    /// The size of the largest file, in bytes.
    case largestFile = "largest-file"
    case filesInOneFolder = "files-in-one-folder"
    case redirects
  }

  package var vendors = 0
  package var comparisons = 0
  /// The number of vendors in the largest category, which projections enlarge.
  package var largestCategory = 0
  package var files = 0
  package var bytes = 0
  package var comparisonBytes = 0
  package var largestFile = 0
  /// The largest number of entries in one folder.
  package var filesInOneFolder = 0
  /// The number of redirect rules that the host needs. Pairs need none.
  package var redirects = 0
  /// The number of sitemap shards, plus their index.
  package var sitemaps = 0
  /// The number of comparisons that have no file, because a host puts them together.
  package var packedComparisons = 0
  /// Whether the bytes are estimated from some of the files.
  package var isEstimate = false

  package init() {}

  private var comparisonFiles: Int { comparisons - packedComparisons }
  private var isPacked: Bool { packedComparisons > 0 }

  package subscript(measure: Measure) -> Int {
    switch measure {
    case .files: files
    case .bytes: bytes
    case .largestFile: largestFile
    case .filesInOneFolder: filesInOneFolder
    case .redirects: redirects
    }
  }

  /// Returns the measure after adding vendors to the largest category, with a page for every pair
  /// unless the comparisons are packed.
  func projected(_ measure: Measure, more: Int) -> Int {
    let pairs = isPacked ? 0 : more * largestCategory + more * (more - 1) / 2
    let others = max(1, vendors)
    switch measure {
    case .files: return files + pairs + (files - comparisonFiles) / others * more
    case .bytes:
      let page = comparisonFiles == 0 ? 0 : comparisonBytes / comparisonFiles
      return bytes + pairs * page + (bytes - comparisonBytes) / others * more
    case .filesInOneFolder: return filesInOneFolder + (isPacked ? more : pairs)
    // Neither measure grows with the pairs.
    case .largestFile, .redirects: return self[measure]
    }
  }

  /// Returns the total number of vendors at which a limit is first broken; nil when the measure
  /// does not depend on vendors, or when a million more vendors do not break the limit.
  package func breakingVendorCount(_ measure: Measure, allowed: Int) -> Int? {
    if self[measure] > allowed {
      var fewer = vendors
      // A smaller site is this one with vendors removed.
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
