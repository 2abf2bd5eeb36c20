import Comparing
import Content
package import Diagnosing
import Planning
import Presenting
import Templating

/// Renders some pages of each kind, to find templates that cost more than a page may (Y-03).
///
/// Input is a renderer; output is diagnostics at the place that spends the budget. Only pages that
/// use one of the site's own templates are suspected. A build checks every page as it renders it;
/// this check is bounded, and finds most such templates before anything is written.
package struct CostChecker {
  /// Pages of one kind that are rendered, besides the one with the longest source.
  private static let sampleSize = 15

  private let renderer: SiteRenderer
  private var plan: SitePlan { renderer.plan }

  package init(_ renderer: SiteRenderer) { self.renderer = renderer }

  package func check(into log: inout Diagnostics) {
    let own = renderer.theme.ownTemplates
    let suspects = PageKind.allCases.filter { kind in
      renderer.templates.files(of: kind).contains { file in own.contains { $0 === file } }
    }
    if suspects.isEmpty { return }
    var page: [UInt8] = []
    for sample in samples where kind(of: sample).map(suspects.contains) == true {
      page.removeAll(keepingCapacity: true)
      renderer.render(sample, into: &page)
      // Each page that costs too much takes its time, and what follows may cost the same.
      if !renderer.overruns.isEmpty { break }
    }
    log.report(contentsOf: renderer.overruns.diagnostics)
  }

  private func kind(of page: Page) -> PageKind? {
    if case .comparison = page { .comparison } else { renderer.prepared(page).kind }
  }

  private var samples: [Page] {
    let kinds = Dictionary(grouping: plan.singlePages, by: \.kind)
    let singles = kinds.sorted { $0.key < $1.key }.flatMap { sample(of: $0.value) }
    let pairs = plan.edition.categoryPositions.flatMap { category in
      sample(of: plan.edition.vendorPositions(of: category).map { .vendor($0) })
    }.compactMap { page -> Page? in
      guard case .vendor(let vendor) = page else { return nil }
      return pair(of: vendor)
    }
    return singles + pairs + articles
  }

  /// The vendor's page with the partner whose report is the longest.
  private func pair(of vendor: VendorPosition) -> Page? {
    plan.partners(of: vendor).map { VendorPosition(vendor.category, $0) }
      .max { sourceSize($0) < sourceSize($1) }
      .flatMap { plan.comparison(of: vendor, and: $0) }
  }

  /// The pages of the longest articles.
  private var articles: [Page] {
    plan.edition.library.comparisons.sorted { $0.file.bytes.count > $1.file.bytes.count }
      .prefix(Self.sampleSize).compactMap { article in
        plan.edition.position(of: article).map { .comparison($0) }
      }
  }

  /// Some of the pages, evenly spread, and the one of the longest source.
  private func sample(of pages: [Page]) -> [Page] {
    let step = max(1, pages.count / Self.sampleSize)
    let spread = stride(from: 0, to: pages.count, by: step).map { pages[$0] }
    let longest = pages.max { sourceSize($0) < sourceSize($1) }
    return spread + [longest].compactMap(\.self)
  }

  private func sourceSize(_ page: Page) -> Int {
    switch page {
    case .vendor(let vendor), .alternatives(let vendor), .comparisons(let vendor):
      sourceSize(vendor)
    case .category(let category), .methodology(let category), .ranking(let category, _):
      plan.edition[category].vendors.count
    case .standalone(let index): plan.edition.library.pages[index].file.bytes.count
    case .author(let index): plan.edition.library.authors[index].file.bytes.count
    default: 0
    }
  }

  private func sourceSize(_ vendor: VendorPosition) -> Int {
    plan.edition[vendor].report.file.bytes.count
  }
}

extension Page {
  /// What its template is, as far as pages of one kind are many.
  fileprivate var kind: Int {
    switch self {
    case .category: 0
    case .methodology: 1
    case .vendor: 2
    case .archive: 3
    case .retired: 4
    case .lastReport: 5
    case .moved: 6
    case .author: 7
    case .standalone: 8
    case .week: 9
    case .alternatives: 10
    case .ranking: 11
    case .comparisons: 12
    case .home, .picker, .search, .changes, .corrections, .notFound, .comparison, .document: 13
    }
  }
}
