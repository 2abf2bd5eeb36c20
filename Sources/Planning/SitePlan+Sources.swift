import Comparing
import Content
import System

/// Maps files of the content to the pages that are made from them.
extension SitePlan {
  /// Returns the page made from a file; nil when no page is made from the file.
  package func page(madeFrom file: String) -> Page? {
    let parts = file.split(separator: "/").map(String.init)
    guard parts.first == "content", let name = parts.last else { return nil }
    let slug = String(name.prefix { $0 != "." })
    switch (parts.dropFirst().dropLast().joined(separator: "/"), name) {
    case ("", "site.yaml"): return .home
    case ("", "corrections.yaml"): return .corrections
    case ("categories", _):
      return edition.categoryPositions.first { edition[$0].category.slug.text == slug }
        .map { .category($0) }
    case ("comparisons", _):
      return SlugPair.slugs(of: slug).flatMap { page(ofPair: $0.0, $0.1) }
    case ("pages", _):
      return edition.library.pages.firstIndex { $0.slug.text == slug }.map { .standalone($0) }
    case ("authors", _):
      return bylines.first { edition.library.authors[$0].slug.text == slug }.map { .author($0) }
    case (let folder, _) where folder.hasPrefix("reports/"):
      return page(ofReport: String(folder.dropFirst("reports/".count)), slug)
    default: return nil
    }
  }

  /// Returns the page that shows a vendor's report of a week.
  private func page(ofReport week: String, _ slug: String) -> Page? {
    guard let vendor = edition.position(of: slug) else { return page(ofOldReport: week, slug) }
    let reports = edition[vendor].history.reports
    guard let index = reports.firstIndex(where: { $0.week.text == week }) else { return nil }
    let isEarlier = reports[index].week < edition[vendor].report.week
    return isEarlier && !reports[index].retired ? .archive(vendor, report: index) : .vendor(vendor)
  }

  /// Returns the page that shows a report of a vendor without a report in force.
  private func page(ofOldReport week: String, _ slug: String) -> Page? {
    guard let page = Slug(slug).flatMap({ standing(ofVendor: $0) }) else { return nil }
    guard case .retired(let index) = page, retired[index].slug.text == slug,
      let report = retired[index].reports.first(where: {
        retired[index].history.reports[$0].week.text == week
      })
    else { return page }
    return .lastReport(index, report: report)
  }
}
