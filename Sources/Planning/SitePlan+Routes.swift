import Comparing
import Content

extension SitePlan {
  /// The path of a page within the site, from `/`, before the base path.
  package func path(of page: Page) -> String {
    let paths = edition.library.site.paths
    switch page {
    case .home: return "/"
    case .picker: return "/compare/"
    case .notFound: return "/404.html"
    case .category(let index):
      return paths.category.path(["category": slug(ofCategory: index)])
    case .methodology(let index): return "/methodology/\(slug(ofCategory: index))/"
    case .vendor(let category, let vendor):
      return paths.vendor.path(["vendor": slug(of: vendor, in: category)])
    case .archive(let category, let vendor, let report):
      let week = edition.categories[category].vendors[vendor].history.reports[report].week
      return path(of: .vendor(category: category, vendor: vendor)) + week.text + "/"
    case .changes: return "/changes/"
    case .week(let index): return "/changes/\(weeks[index].text)/"
    case .corrections: return "/corrections/"
    case .document(let document): return path(of: document)
    case .comparison(let category, let left, let right):
      return paths.comparison.path([
        "left": slug(of: left, in: category), "right": slug(of: right, in: category),
      ])
    case .author(let index):
      return "/authors/\(edition.library.authors[index].slug.text)/"
    case .free(let index): return "/\(edition.library.pages[index].slug.text)/"
    }
  }

  /// The address of a page as links on the site give it: the base path and the page's own.
  package func link(to page: Page) -> String { base.path + path(of: page).dropFirst() }

  /// The absolute address of a page (S-02).
  package func canonical(of page: Page) -> String { base.origin + link(to: page) }

  /// The file of a page, relative to the output folder.
  package func file(of page: Page) -> String {
    let path = path(of: page).dropFirst()
    return path.isEmpty || path.hasSuffix("/") ? path + "index.html" : String(path)
  }

  private func slug(ofCategory index: Int) -> String {
    edition.categories[index].category.slug.text
  }

  private func slug(of vendor: Int, in category: Int) -> String {
    edition.categories[category].vendors[vendor].slug.text
  }
}
