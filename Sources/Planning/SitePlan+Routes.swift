import Comparing
package import Content

extension SitePlan {
  /// Whether a vendor has a file of data: it has a report in force, or was retired.
  package func hasData(ofVendor slug: Slug) -> Bool {
    edition.position(of: slug.text) != nil || retiredPositions[slug] != nil
  }

  /// Returns the path of a page within the site: from `/`, without the base path.
  package func path(of page: Page) -> String {
    let paths = edition.library.site.paths
    switch page {
    case .home: return "/"
    case .picker: return "/compare/"
    case .search: return "/search/"
    case .notFound: return "/404.html"
    case .category(let category):
      return paths.category.path(["category": edition[category].category.slug.text])
    case .methodology(let category):
      return "/methodology/\(edition[category].category.slug.text)/"
    case .ranking(let category, let index):
      let group = edition[category].category.groups[index.group]
      let criterion = group.criteria[index.criterion]
      return path(of: .category(category)) + "\(group.id)/\(criterion.id)/"
    case .vendor(let vendor): return path(ofVendor: edition[vendor].slug)
    case .alternatives(let vendor): return path(of: .vendor(vendor)) + "alternatives/"
    case .comparisons(let vendor): return path(of: .vendor(vendor)) + "comparisons/"
    case .retired(let index): return path(ofVendor: retired[index].slug)
    case .lastReport(let index, let report):
      return path(of: .retired(index)) + retired[index].history.reports[report].week.text + "/"
    case .moved(let index): return redirects[index].from
    case .archive(let vendor, let report):
      let week = edition[vendor].history.reports[report].week
      return path(of: .vendor(vendor)) + week.text + "/"
    case .changes: return "/changes/"
    case .week(let index): return "/changes/\(weeks[index].text)/"
    case .corrections: return "/corrections/"
    case .document(let document): return path(of: document)
    case .comparison(let pair):
      return comparisonAddress.path(
        edition[pair.leftVendor].slug.text, edition[pair.rightVendor].slug.text)
    case .author(let index):
      return "/authors/\(edition.library.authors[index].slug.text)/"
    case .standalone(let index): return "/\(edition.library.pages[index].slug.text)/"
    }
  }

  /// Returns the path that links use: the base path and the path of the page.
  package func link(to page: Page) -> String { base.path + path(of: page).dropFirst() }

  /// Returns the absolute address of a page (S-02).
  package func canonical(of page: Page) -> String { base.origin + link(to: page) }

  /// Returns the file of a page, relative to the output folder.
  package func file(of page: Page) -> String {
    let path = path(of: page).dropFirst()
    if case .comparison = page { return path + comparisonAddress.fileEnding }
    return path.isEmpty || path.hasSuffix("/") ? path + "index.html" : String(path)
  }
}
