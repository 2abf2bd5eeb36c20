import Comparing
import Content
import Diagnosing

extension SitePlan {
  /// Reports pages that share an address, without examining all pairs.
  func reportCollisions(into diagnostics: inout Diagnostics) {
    let pairs = PairIndex(self)
    // Only a redirect can have the address of a machine-readable file.
    var taken = redirects.isEmpty ? [] : Set(documents.map { path(of: $0) })
    for page in singlePages {
      let path = path(of: page)
      if !taken.insert(path).inserted || !pairs.comparisons(at: path).isEmpty {
        diagnostics.report(.routeCollision(path, at: span(of: page)))
      }
    }
    reportStatics(into: &diagnostics)
    reportRedirects(into: &diagnostics)
    for page in pairs.suspects {
      let path = path(of: page)
      let rivals = pairs.comparisons(at: path)
      guard rivals.count > 1, taken.insert(path).inserted else { continue }
      diagnostics.report(
        .routeCollision(path, of: rivals.map(slugs(of:)), at: rivals.map(span(of:))))
    }
  }

  /// Reports old addresses below a file, and files in whose place a folder is.
  private func reportRedirects(into diagnostics: inout Diagnostics) {
    if redirects.isEmpty { return }
    let pairs = PairIndex(self)
    let pages = singlePages + documents
    let files = Set(pages.map { file(of: $0) })
    // Of two old addresses, the one below the other is reported.
    let folders = Set(
      pages.filter { if case .moved = $0 { false } else { true } }
        .flatMap { Self.folders(of: file(of: $0)) })
    for (index, redirect) in redirects.enumerated() {
      let file = file(of: .moved(index))
      let isBelowFile = Self.folders(of: file).contains {
        files.contains($0) || isComparison($0, pairs)
      }
      guard isBelowFile || folders.contains(file) || isOfSearch(file) else { continue }
      diagnostics.report(.routeBlocked(redirect.from, at: redirect.span))
    }
  }

  /// Returns whether a file is that of a comparison.
  private func isComparison(_ file: String, _ pairs: PairIndex) -> Bool {
    let ending = comparisonAddress.fileEnding
    let isIndex = ending != "index.html" || file.hasSuffix("/index.html")
    let address = "/" + file
    return !pairs.comparisons(
      at: isIndex && address.hasSuffix(ending) ? String(address.dropLast(ending.count)) : address
    ).isEmpty
  }

  /// Reports files that would be copied to a path that the site uses itself.
  private func reportStatics(into diagnostics: inout Diagnostics) {
    let statics = edition.library.statics
    if statics.isEmpty { return }
    let pairs = PairIndex(self)
    let files = Set((singlePages + documents).map { file(of: $0) })
    let folders = Set(files.flatMap(Self.folders(of:)))
      .union(Self.folders(of: String(comparisonAddress.before.dropFirst())))
      .union(["api", "api/v1", "api/v1/vendors", "assets"])
    for file in statics {
      let isData = file.path == DataAddress.vendorIndex || DataAddress.vendor(at: file.path) != nil
      let isFolderOfFile = Self.folders(of: file.path).contains { files.contains($0) }
      guard
        isData || isOfSearch(file.path) || isFolderOfFile || files.contains(file.path)
          || folders.contains(file.path) || isComparison(file.path, pairs)
      else { continue }
      let source = SourceFile(path: "content/static/" + file.path, bytes: [])
      diagnostics.report(.routeCollision("/" + file.path, at: source.start))
    }
  }

  /// Returns the folders that contain a file, outermost first.
  private static func folders(of path: String) -> [String] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return parts.indices.map { parts[...$0].joined(separator: "/") }
  }

  private func slugs(of page: Page) -> String {
    guard case .comparison(let pair) = page else { return "" }
    return "'\(edition[pair.leftVendor].slug.text)' with '\(edition[pair.rightVendor].slug.text)'"
  }

  /// Returns the file that a page comes from, for diagnostics about the page's address.
  private func span(of page: Page) -> SourceSpan {
    switch page {
    case .category(let index), .methodology(let index), .ranking(let index, _):
      edition[index].category.file.start
    case .vendor(let vendor), .alternatives(let vendor), .comparisons(let vendor),
      .archive(let vendor, _):
      edition[vendor].report.file.start
    case .retired(let index), .lastReport(let index, _): retired[index].notice.file.start
    case .moved(let index): redirects[index].span
    case .comparison(let pair): edition[pair.leftVendor].report.file.start
    case .author(let index): edition.library.authors[index].file.start
    case .standalone(let index): edition.library.pages[index].file.start
    case .home, .picker, .search, .notFound, .changes, .week, .corrections, .document:
      edition.library.site.file.start
    }
  }
}
