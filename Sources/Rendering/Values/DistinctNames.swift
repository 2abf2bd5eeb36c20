import Comparing
import Planning
import Reading

/// Names for titles and descriptions, which no two pages may share (S-07): where a name occurs twice,
/// what stands in the address is added.
struct DistinctNames: Sendable {
  /// The short names of vendors, which the titles of comparisons are made of.
  private let short: Set<String>
  /// The names that vendors' own pages show.
  private let long: Set<String>
  /// The same of earlier reports, with their week.
  private let archived: Set<String>
  /// Of categories, free pages, authors and editors' articles.
  private let titles: Set<String>
  private let descriptions: Set<String>

  /// - Parameter fixed: the titles of pages that every site has.
  init(_ plan: SitePlan, fixed: [String]) {
    let library = plan.edition.library
    let vendors = plan.edition.categories.flatMap(\.vendors)
    short = Self.repeated(vendors.map(\.report.name))
    long = Self.repeated(vendors.map(\.report.longName))
    archived = Self.repeated(library.vendors.flatMap(\.reports).map(Self.archiveName))
    titles = Self.repeated(
      fixed + library.categories.map(\.title) + library.pages.map(\.title)
        + library.authors.map(\.name) + library.comparisons.compactMap(\.title))
    descriptions = Self.repeated(
      vendors.compactMap(\.report.summary) + library.categories.compactMap(\.tagline)
        + library.pages.compactMap(\.description) + library.comparisons.compactMap(\.answer?.source)
        + [library.site.description].compactMap(\.self))
  }

  func short(_ vendor: Vendor) -> String {
    Self.name(vendor.report.name, vendor.slug, ifAmong: short)
  }

  /// Of the page of the report in force.
  func long(_ vendor: Vendor) -> String {
    Self.name(vendor.report.longName, vendor.slug, ifAmong: long)
  }

  /// Of the page of an earlier report.
  func archived(_ report: Report) -> String {
    archived.contains(Self.archiveName(report))
      ? "\(report.longName) (\(report.slug.text))" : report.longName
  }

  /// - Parameter name: what tells pages of one title apart.
  func title(_ title: String, _ name: String) -> String {
    titles.contains(title) ? "\(title) (\(name))" : title
  }

  /// Whether more than one page is described by a text.
  func repeats(_ description: String) -> Bool { descriptions.contains(description) }

  /// A description that an author wrote; where another page has the same, behind the page's title.
  func description(_ text: String?, of title: String) -> String? {
    text.map { descriptions.contains($0) ? "\(title): \($0)" : $0 }
  }

  private static func name(_ name: String, _ slug: Slug, ifAmong names: Set<String>) -> String {
    names.contains(name) ? "\(name) (\(slug.text))" : name
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
  var longName: String { title ?? name }
}
