import Comparing
import Content
package import Diagnosing
import Markup
import Planning

/// An address on another site, and what the address is evidence of.
package struct OutsideLink: Sendable {
  package let url: Located<String>
  /// The criterion and the vendor, as worded in a message.
  package let subject: String?
}

extension SiteRenderer {
  /// The addresses on other sites in the reports in force, articles, pages and `site.yaml`.
  package var outsideLinks: [OutsideLink] {
    let library = plan.edition.library
    let vendors = plan.edition.categories.flatMap { entry in
      entry.vendors.map { ($0, entry.category) }
    }
    let files =
      vendors.map(\.0.report.file) + library.comparisons.map(\.file) + library.pages.map(\.file)
      + [library.site.file]
    return vendors.flatMap { evidence(of: $0, in: $1) }
      + files.flatMap { TextLink.outside(in: $0) }
      .filter { !$0.url.value.hasPrefix("mailto:") }.map { OutsideLink(url: $0.url, subject: nil) }
  }

  private func evidence(of vendor: Vendor, in category: Category) -> [OutsideLink] {
    let report = vendor.report
    var links: [OutsideLink] = []
    for (group, cells) in zip(category.groups, report.cells) {
      for (criterion, cell) in zip(group.criteria, cells) {
        links += (cell?.evidence ?? []).map {
          OutsideLink(
            url: Located($0.url, at: $0.span), subject: "'\(criterion.label)' of \(report.name)")
        }
      }
    }
    for statement in report.pros + report.cons {
      links += statement.evidence.map {
        OutsideLink(url: Located($0.url, at: $0.span), subject: "a statement on \(report.name)")
      }
    }
    return links
  }
}
