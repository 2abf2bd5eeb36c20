package import Comparing
package import Content
package import Diagnosing

/// The pages of a site in one week, and their addresses.
///
/// Input is an `Edition`; output is routes and counts. Pairs are enumerated, never collected:
/// memory grows with the vendors, not with the pages.
package struct SitePlan: Sendable {
  package let edition: Edition
  package let base: BaseAddress
  /// The host that reads files of the site, if there is one.
  package let host: Site.Host?
  /// The weeks of reports up to the edition's week, oldest first.
  package let weeks: [Week]
  /// The maximum number of addresses in a shard of the sitemap (S-05).
  let maxAddresses: Int
  let selections: [PairSelection]
  /// The address pattern of comparisons.
  package let comparisonAddress: ComparisonAddress
  /// The positions of the authors that have a page: those with a comparison on the site.
  let bylines: [Int]
  /// The retired vendors, by slug.
  package let retired: [RetiredVendor]
  /// The position of each retired vendor in `retired`, by slug.
  let retiredPositions: [Slug: Int]
  /// The vendors of the site that took the place of retired ones.
  let successors: Successors
  /// The old addresses, with the pages that they redirect to.
  package private(set) var redirects: [Redirect] = []

  /// Creates the plan. Reports a plan with more pages than `maxPages`, and pages that share an
  /// address.
  ///
  /// - Parameters:
  ///   - host: replaces the host of `site.yaml`.
  ///   - maxAddresses: the maximum number of addresses per sitemap shard; the protocol allows
  ///     50,000.
  package init(
    _ edition: Edition, base: BaseAddress, host: Site.Host? = nil, maxAddresses: Int = 50_000,
    into diagnostics: inout Diagnostics
  ) {
    self.edition = edition
    self.maxAddresses = maxAddresses
    self.base = base
    self.host = host ?? edition.library.site.host
    weeks = edition.weeks
    selections = edition.categoryPositions.map { PairSelection($0, of: edition) }
    comparisonAddress = ComparisonAddress(edition.library.site.paths.comparison)
    bylines = edition.bylines
    retired = edition.library.vendors.compactMap { RetiredVendor($0, of: edition) }
    retiredPositions = Dictionary(
      uniqueKeysWithValues: retired.enumerated().map { ($1.slug, $0) })
    successors = Self.successors(of: retired, at: retiredPositions, in: edition)
    redirects = Self.redirects(of: self)
    reportCollisions(into: &diagnostics)
    reportRetirements(into: &diagnostics)
    let site = edition.library.site
    if let host = self.host, !base.isPlain, !hostFiles.allSatisfy(\.isWithoutAddresses) {
      diagnostics.report(.hostPath(base.path, host, at: site.baseURL.span))
    }
    if hasPairImages, comparisonCount > Self.maxPairImages {
      diagnostics.report(
        .tooManyImages(comparisonCount, allowed: Self.maxPairImages, at: site.file.start))
    }
    if hasPairTwins, comparisonCount > Self.maxPairTwins {
      diagnostics.report(
        .tooManyTwins(comparisonCount, allowed: Self.maxPairTwins, at: site.file.start))
    }
    if pageCount > site.maxPages {
      diagnostics.report(.tooManyPages(pageCount, allowed: site.maxPages, at: site.file.start))
    }
  }

  /// The pages that exist once, in a fixed order.
  package var singlePages: [Page] {
    var pages: [Page] = [.home, .picker] + searchPages
    for category in edition.categoryPositions {
      pages += [.category(category), .methodology(category)]
      pages += edition[category].comparableCriteria.map { .ranking(category, $0) }
      pages += edition.vendorPositions(of: category).map { .vendor($0) }
      pages += edition.vendorPositions(of: category).filter { hasAlternatives($0) }
        .map { .alternatives($0) }
      pages += edition.vendorPositions(of: category).filter { hasComparisonsPage($0) }
        .map { .comparisons($0) }
      pages += edition.vendorPositions(of: category).flatMap { archive(of: $0) }
    }
    pages += historyPages
    pages += bylines.map { .author($0) }
    pages += edition.library.pages.indices.map { .standalone($0) }
    return pages + oldPages + [.notFound]
  }

  package var comparisonCount: Int { selections.reduce(0) { $0 + $1.count } }
  package var vendorCount: Int { edition.categories.reduce(0) { $0 + $1.vendors.count } }
  package var pageCount: Int { singlePages.count + comparisonCount }

  package func comparisonCount(of category: CategoryPosition) -> Int {
    selections[category.index].count
  }

  package func comparisonCount(ofLeft left: VendorPosition) -> Int {
    selections[left.category.index].count(of: left.index)
  }

  /// Returns the right vendors of the comparisons of a left vendor, in order.
  package func rights(ofLeft left: VendorPosition) -> [Int] {
    selections[left.category.index].rights(of: left.index)
  }

  /// Returns all vendors with which a vendor has a comparison, in order.
  package func partners(of vendor: VendorPosition) -> [Int] {
    selections[vendor.category.index].partners(of: vendor.index)
  }

  /// Whether a vendor has a page of alternatives: where it is compared with any other.
  package func hasAlternatives(_ vendor: VendorPosition) -> Bool {
    selections[vendor.category.index].hasPartners(vendor.index)
  }

  /// The most comparisons that a vendor's own page lists in full.
  package static let maxListedComparisons = 100

  /// The most comparisons that any page lists, so that a site grows with its vendors.
  package static let maxLinkedComparisons = 1000

  /// Whether a vendor has a page that lists its comparisons, because its own page lists only some.
  package func hasComparisonsPage(_ vendor: VendorPosition) -> Bool {
    selections[vendor.category.index]
      .hasPartners(vendor.index, over: Self.maxListedComparisons)
  }

  /// Returns the page of a pair in either order; nil when the pair has none.
  package func comparison(of a: VendorPosition, and b: VendorPosition) -> Page? {
    guard let pair = PairPosition(a, b),
      selections[pair.category.index].contains(left: pair.left, right: pair.right)
    else { return nil }
    return .comparison(pair)
  }
}

extension Edition {
  /// The positions of the authors of pairs whose vendors both have a report in force.
  fileprivate var bylines: [Int] {
    let present = Set(categories.flatMap { $0.vendors.map(\.slug) })
    let slugs = Set(
      library.comparisons.compactMap { article in
        present.isSuperset(of: [article.left, article.right]) ? article.author?.value : nil
      })
    return library.authors.indices.filter { slugs.contains(library.authors[$0].slug.text) }
  }
}
