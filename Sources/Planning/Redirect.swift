import Comparing
package import Content
package import Diagnosing

/// An address that was published earlier, and the page that it redirects to (S-20).
package struct Redirect: Sendable {
  /// The old path. It starts with `/`, excludes the base path, and ends with a slash unless it
  /// names a file other than `index.html`.
  package let from: String
  package let to: Page
  /// The place in the content that asks for the redirect.
  package let span: SourceSpan

  init(from path: String, to page: Page, at span: SourceSpan) {
    let path = path.hasSuffix("/index.html") ? String(path.dropLast("index.html".count)) : path
    let isFile = path.split(separator: "/").last?.contains(".") ?? true
    from = isFile || path.hasSuffix("/") ? path : path + "/"
    to = page
    self.span = span
  }
}

extension SitePlan {
  /// Returns the page that a vendor's address leads to: the vendor's own page, that of the vendor
  /// that replaced it, or the notice of its retirement. Returns nil when none of these exists.
  package func standing(ofVendor slug: Slug) -> Page? {
    let last = successors[slug] ?? slug
    return page(ofVendor: last) ?? retiredPositions[last].map { .retired($0) }
  }

  /// The vendors that were replaced, each with the slug of its successor. Hosts and scripts
  /// redirect their comparisons, because there is no page for each.
  package var renamed: [(from: Slug, to: Slug)] {
    retired.compactMap { vendor in
      guard case .vendor(let position)? = standing(ofVendor: vendor.slug) else { return nil }
      return (vendor.slug, edition[position].slug)
    }
  }

  /// Returns all redirects: aliases, and the addresses of renamed vendors. Each address occurs
  /// once.
  static func redirects(of plan: SitePlan) -> [Redirect] {
    var redirects: [Redirect] = []
    for vendor in plan.edition.library.vendors {
      guard let page = plan.standing(ofVendor: vendor.slug) else { continue }
      for report in vendor.reports where report.week <= plan.edition.week {
        redirects += report.aliases.map { alias(plan, $0, page) }
      }
    }
    for vendor in plan.retired {
      guard let page = plan.standing(ofVendor: vendor.slug), !plan.isRetired(page, vendor) else {
        continue
      }
      let span = vendor.notice.renamedTo?.span ?? vendor.notice.file.start
      let home = plan.path(ofVendor: vendor.slug)
      let weeks = vendor.reports.map { home + vendor.history.reports[$0].week.text + "/" }
      redirects += ([home] + weeks).map { Redirect(from: $0, to: page, at: span) }
    }
    for article in plan.edition.library.comparisons {
      let pages =
        [plan.page(ofPair: article.left, article.right)]
        + [article.left, article.right].map { plan.standing(ofVendor: $0) }
      guard let page = pages.compactMap(\.self).first else { continue }
      redirects += article.aliases.map { alias(plan, $0, page) }
    }
    for (index, page) in plan.edition.library.pages.enumerated() {
      redirects += page.aliases.map { alias(plan, $0, .standalone(index)) }
    }
    // A vendor's reports repeat its aliases from week to week.
    var seen: [String: Page] = [:]
    return redirects.filter { seen.updateValue($0.to, forKey: $0.from) != $0.to }
  }

  private static func alias(_ plan: SitePlan, _ alias: Located<String>, _ page: Page) -> Redirect {
    Redirect(from: plan.base.local(alias.value), to: page, at: alias.span)
  }

  private func isRetired(_ page: Page, _ vendor: RetiredVendor) -> Bool {
    if case .retired(let index) = page { retired[index].slug == vendor.slug } else { false }
  }

  func path(ofVendor slug: Slug) -> String {
    edition.library.site.paths.vendor.path(["vendor": slug.text])
  }

  /// The pages at old addresses, in a fixed order.
  var oldPages: [Page] {
    let kept = retired.indices.filter { standing(ofVendor: retired[$0].slug) == .retired($0) }
    return kept.flatMap { index in
      [.retired(index)] + retired[index].reports.map { Page.lastReport(index, report: $0) }
    } + redirects.indices.map { .moved($0) }
  }
}
