import Planning
import TestSites
import Testing
import Writing

/// What `plan` says of a site that is too large to be rendered as a whole.
struct SizeEstimateTests {
  private func site(vendors: Int) throws -> TestSite {
    let site = try TestSite(withoutReports: true)
    for index in 0..<vendors {
      let pros = (0..<index * 7 % 40).map { "point number \($0)" }.joined(separator: ", ")
      try site.write(
        """
        ---
        name: Vendor \(index)
        tier: gold
        scores: { ease: \(index % 11), bugs: \(index * index % 97) }
        pros: [ \(pros) ]
        ---
        \(String(repeating: "Text. ", count: index * 13 % 50))

        """, to: "content/reports/2026-W14/v\(index).md")
    }
    return site
  }

  /// The counts are exact; the bytes are near.
  @Test func anEstimateIsNearTheSize() throws {
    let renderer = try site(vendors: 160).renderer()
    let exact = SiteMeasurer(renderer: renderer, jobs: 2).measure()
    let estimate = SiteMeasurer(renderer: renderer, jobs: 2, mostRendered: 0).measure()
    #expect(!exact.isEstimate && estimate.isEstimate)
    for measure in [SiteSize.Measure.files, .filesInOneFolder, .redirects] {
      #expect(estimate[measure] == exact[measure])
    }
    #expect(estimate.comparisons == 160 * 159 / 2 && estimate.sitemaps == exact.sitemaps)
    for (near, size) in [
      (estimate.bytes, exact.bytes), (estimate.comparisonBytes, exact.comparisonBytes),
    ] {
      #expect(abs(Double(near) / Double(size) - 1) < 0.03, "\(near), not \(size)")
    }
    #expect(estimate.bytes != exact.bytes, "nothing was left out")
  }

  @Test func anEstimateIsTheSameEachTime() throws {
    let renderer = try site(vendors: 40).renderer()
    let sizes = [1, 2, 2].map { SiteMeasurer(renderer: renderer, jobs: $0, mostRendered: 1) }
      .map { $0.measure() }
    #expect(Set(sizes).count == 1)
  }
}
