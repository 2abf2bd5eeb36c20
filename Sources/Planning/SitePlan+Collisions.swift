import Comparing
import Content
import Diagnosing

extension SitePlan {
  /// Reports pages that share an address, without examining all pairs.
  func reportCollisions(into diagnostics: inout Diagnostics) {
    let pairs = PairIndex(self)
    // Only these pages can have the address of a file for machines.
    var taken = redirects.isEmpty ? [] : Set(documents.map { path(of: $0) })
    for page in singlePages {
      let path = path(of: page)
      if !taken.insert(path).inserted || !pairs.comparisons(at: path).isEmpty {
        diagnostics.report(.routeCollision(path, at: span(of: page)))
      }
    }
    for page in pairs.suspects {
      let path = path(of: page)
      let rivals = pairs.comparisons(at: path)
      guard rivals.count > 1, taken.insert(path).inserted else { continue }
      diagnostics.report(
        .routeCollision(path, of: rivals.map(slugs(of:)), at: rivals.map(span(of:))))
    }
  }

  private func slugs(of page: Page) -> String {
    guard case .comparison(let pair) = page else { return "" }
    return "'\(edition[pair.leftVendor].slug.text)' with '\(edition[pair.rightVendor].slug.text)'"
  }

  /// The file that a page comes from, for diagnostics about its address.
  private func span(of page: Page) -> SourceSpan {
    switch page {
    case .category(let index), .methodology(let index):
      edition[index].category.file.start
    case .vendor(let vendor), .archive(let vendor, _): edition[vendor].report.file.start
    case .retired(let index), .lastReport(let index, _): retired[index].notice.file.start
    case .moved(let index): redirects[index].span
    case .comparison(let pair): edition[pair.leftVendor].report.file.start
    case .author(let index): edition.library.authors[index].file.start
    case .standalone(let index): edition.library.pages[index].file.start
    case .home, .picker, .notFound, .changes, .week, .corrections, .document:
      edition.library.site.file.start
    }
  }
}
