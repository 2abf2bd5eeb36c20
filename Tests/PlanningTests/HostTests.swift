import Planning
import Testing

/// The limits of hosts, and a site's distance to them.
struct HostTests {
  struct Limit: Sendable, Equatable, CustomTestStringConvertible {
    let host: Host
    let measure: SiteSize.Measure
    let allowed: Int

    var testDescription: String { "\(host.rawValue) \(measure.rawValue)" }
  }

  /// The limits on the hosts' own pages (read in November 2026): "GitHub Pages limits" on
  /// docs.github.com, 1 GB; "Limits" and "Redirects" of Cloudflare Pages on
  /// developers.cloudflare.com, 20,000 files or 100,000 on a paid plan, 25 MiB a file, 2,000
  /// redirects; Netlify's support guide on large deploys, 54,000 files in a folder.
  static let limits = [
    Limit(host: .github, measure: .bytes, allowed: 1_000_000_000),
    Limit(host: .cloudflareFree, measure: .files, allowed: 20_000),
    Limit(host: .cloudflareFree, measure: .largestFile, allowed: 25 * 1024 * 1024),
    Limit(host: .cloudflareFree, measure: .redirects, allowed: 2_000),
    Limit(host: .cloudflarePaid, measure: .files, allowed: 100_000),
    Limit(host: .cloudflarePaid, measure: .largestFile, allowed: 25 * 1024 * 1024),
    Limit(host: .cloudflarePaid, measure: .redirects, allowed: 2_000),
    Limit(host: .netlify, measure: .filesInOneFolder, allowed: 54_000),
  ]

  @Test func limitsAreThePublishedOnes() {
    let stated = Host.allCases.flatMap { host in
      host.limits.map { Limit(host: host, measure: $0.measure, allowed: $0.allowed) }
    }
    #expect(stated == Self.limits)
  }

  /// Returns the size of a site with one vendor and the given amount of a measure.
  private func size(_ measure: SiteSize.Measure, _ amount: Int) -> SiteSize {
    var size = SiteSize()
    (size.vendors, size.largestCategory) = (1, 1)
    switch measure {
    case .files: size.files = amount
    case .bytes: size.bytes = amount
    case .largestFile: size.largestFile = amount
    case .filesInOneFolder: size.filesInOneFolder = amount
    case .redirects: size.redirects = amount
    }
    return size
  }

  /// A site at the limit is allowed, and one beyond it is not.
  @Test(arguments: limits)
  func theLimitItselfIsAllowed(limit: Limit) {
    let at = size(limit.measure, limit.allowed)
    let beyond = size(limit.measure, limit.allowed + 1)
    #expect(at[limit.measure] == limit.allowed)
    // With one more vendor, the site would exceed the limit, unless vendors do not affect the
    // measure.
    let grows = limit.measure != .largestFile && limit.measure != .redirects
    #expect(at.breakingVendorCount(limit.measure, allowed: limit.allowed) == (grows ? 2 : nil))
    #expect(beyond.breakingVendorCount(limit.measure, allowed: limit.allowed) == 1)
  }

  /// From any number of vendors, the computed number that breaks a limit equals the one found by
  /// counting. Each vendor has 3 files of 500 bytes, and each pair a page of 1,000 bytes.
  @Test(arguments: limits.filter { [.files, .bytes, .filesInOneFolder].contains($0.measure) })
  func theBreakingCountIsFoundFromAnySize(limit: Limit) throws {
    func size(of vendors: Int) -> SiteSize {
      var size = SiteSize()
      let pairs = vendors * (vendors - 1) / 2
      (size.vendors, size.largestCategory, size.comparisons) = (vendors, vendors, pairs)
      size.files = pairs + 3 * vendors
      size.comparisonBytes = pairs * 1_000
      size.bytes = size.comparisonBytes + vendors * 1_500
      size.filesInOneFolder = pairs
      return size
    }
    let breaking = try #require(
      (1...).lazy.prefix(10_000).first { size(of: $0)[limit.measure] > limit.allowed })
    for vendors in [2, 10, breaking - 1, breaking, breaking + 50] {
      let found = size(of: vendors).breakingVendorCount(limit.measure, allowed: limit.allowed)
      #expect(found == breaking, "from \(vendors) vendors")
    }
  }
}
