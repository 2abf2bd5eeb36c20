package import Comparing
import Content
import Diagnosing
import Markup
import Planning
import Templating

/// Distinct names for titles and descriptions, because no two pages may share either (S-07). A name
/// that occurs twice is followed by a part of the page's address.
package struct DistinctNames: Sendable {
  /// The long names of vendors that occur more than once; vendors' own pages use them.
  private let long: Set<String>
  /// The long names of earlier reports, with their weeks, that occur more than once.
  private let archived: Set<String>
  /// The titles of categories, standalone pages, authors and articles that another page also has.
  private let titles: Set<String>
  private let descriptions: Set<String>

  /// - Parameter fixed: the titles of pages that every site has.
  init(_ plan: SitePlan, _ phrases: Phrasebook, fixed: [String]) {
    let library = plan.edition.library
    let vendors = plan.edition.categories.flatMap(\.vendors)
    let long = Self.repeated(vendors.map(\.report.longName))
    let reports = library.vendors.flatMap(\.reports)
    let archived = Self.repeated(reports.map(Self.archiveName))
    let authors = library.authors.map(\.name)
    let written =
      library.categories.map(\.title) + library.pages.map(\.title)
      + library.comparisons.compactMap(\.title?.value)
    let weeks = Set(reports.map(\.week)).map(\.text)
    let defaults = DefaultTitles(
      plan, phrases,
      short: plan.edition.categories.map {
        $0.vendors.map(plan.edition.name(of:))
      },
      names: [
        .vendorTitle: [
          "name": vendors.map { Self.name($0.report.longName, $0.slug, ifAmong: long) }
        ],
        .alternativesTitle: [
          "name": vendors.map { Self.name($0.report.longName, $0.slug, ifAmong: long) },
          "category": library.categories.map(\.title),
        ],
        .comparisonsTitle: [
          "name": vendors.map { Self.name($0.report.longName, $0.slug, ifAmong: long) }
        ],
        .rankingTitle: [
          "category": library.categories.map(\.title),
          "criterion": Set(library.categories.flatMap(\.groups).flatMap(\.criteria).map(\.label))
            .sorted(),
        ],
        .archiveTitle: [
          "name": Set(reports.map(\.longName))
            + (archived.isEmpty ? [] : reports.map { Self.archived($0, ifAmong: archived) }),
          "week": weeks, "current": weeks,
        ],
        .weekTitle: ["week": weeks, "since": weeks, "site": [library.site.title]],
        .methodologyTitle: ["category": library.categories.map(\.title)],
        .authorTitle: ["name": authors, "site": [library.site.title]],
      ])
    (self.long, self.archived) = (long, archived)
    titles = Self.repeated(fixed + written + authors).union(written.filter(defaults.contains))
    descriptions = Self.repeated(
      vendors.compactMap(\.report.summary) + library.categories.compactMap(\.tagline)
        + library.pages.compactMap(\.description) + library.comparisons.compactMap(\.answer?.source)
        + [library.site.description].compactMap(\.self))
  }

  /// The name on the page of a vendor's report in force.
  package func long(_ vendor: Vendor) -> String {
    Self.name(vendor.report.longName, vendor.slug, ifAmong: long)
  }

  /// Returns the name for the page of an earlier report.
  func archived(_ report: Report) -> String {
    Self.archived(report, ifAmong: archived)
  }

  /// Returns a distinct title.
  ///
  /// - Parameter name: what distinguishes pages with equal titles.
  package func title(_ title: String, _ name: String) -> String {
    titles.contains(title) ? "\(title) (\(name))" : title
  }

  /// Reports whether a description occurs on more than one page.
  package func repeats(_ description: String) -> Bool { descriptions.contains(description) }

  /// Returns an author's description, preceded by the page's title if another page has an equal
  /// one.
  package func description(_ text: String?, of title: String) -> String? {
    text.map { descriptions.contains($0) ? "\(title): \($0)" : $0 }
  }

  private static func name(_ name: String, _ slug: Slug, ifAmong names: Set<String>) -> String {
    names.contains(name) ? "\(name) (\(slug.text))" : name
  }

  private static func archived(_ report: Report, ifAmong names: Set<String>) -> String {
    names.contains(archiveName(report))
      ? "\(report.longName) (\(report.slug.text))" : report.longName
  }

  private static func archiveName(_ report: Report) -> String {
    "\(report.week.text) \(report.longName)"
  }

  private static func repeated(_ names: [String]) -> Set<String> {
    var seen: Set<String> = []
    return Set(names.filter { !seen.insert($0).inserted })
  }
}

extension Report {
  /// The name that the vendor's own page shows.
  var longName: String { frontMatter.title ?? frontMatter.name }
}
