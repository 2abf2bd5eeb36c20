import Comparing
import Content
package import Markup

/// Resolves addresses that authors wrote.
///
/// No other code turns an author's address into one of the site. `/vendors/b/` gets the base path
/// unless it has the base path already. `b.md` becomes the page made from that file.
/// `assets/logo.svg` gets its fingerprinted name. A relative address is resolved from the page made
/// from its file.
package struct LinkResolver: Sendable {
  package let plan: SitePlan
  private let index: AddressIndex
  /// The path of each asset below the base path, by its name: `assets/logo.svg`.
  private let assets: [String: String]
  /// The files that are copied to the root of the site.
  private let statics: Set<String>

  /// Creates the resolver of a plan.
  ///
  /// - Parameter assets: the paths of the theme's and the content's files, by name.
  package init(_ plan: SitePlan, assets: [String: String]) {
    self.plan = plan
    self.assets = assets
    statics = Set(plan.edition.library.statics.map(\.path))
    index = AddressIndex(plan)
  }

  /// Returns the address as pages of the site use it. An address that leads nowhere is unchanged.
  package func address(_ written: String, at place: TextLink.TextPlace) -> String {
    let address = WrittenAddress(written)
    let end = address.query + address.fragment
    switch target(of: address, in: place.file) {
    case .page(let page): return plan.link(to: page) + end
    case .file(let path): return plan.base.path + path + end
    case .samePage:
      // A line of a report is shown on many pages, so fragments refer to the report's own page.
      guard place.isInline, place.file.hasPrefix("content/reports/"), address.query.isEmpty,
        let page = plan.page(madeFrom: place.file)
      else { return written }
      return plan.link(to: page) + end
    case .missing(let path) where address.path.hasPrefix("/"):
      return plan.base.path + path.dropFirst() + end
    case .outside, .missing, .missingSource: return written
    }
  }

  package func target(of address: WrittenAddress, in file: String) -> LinkTarget {
    if address.isOutside { return .outside }
    if address.path.isEmpty { return .samePage }
    guard let path = address.decodedPath else { return .missing(path: address.path) }
    return path.hasPrefix("/") ? find(plan.base.local(path)) : target(ofRelative: path, in: file)
  }

  /// Resolves a path from the file, as GitHub does, and otherwise from the page made from the file.
  private func target(ofRelative path: String, in file: String) -> LinkTarget {
    if let source = WrittenAddress.path(path, countedFrom: file),
      let found = target(ofSource: source)
    {
      return found
    }
    if let asset = assets[path] { return .file(asset) }
    if path.hasSuffix(".md") {
      return .missingSource(path: WrittenAddress.path(path, countedFrom: file) ?? path)
    }
    guard !path.hasPrefix("assets/"), let page = plan.page(madeFrom: file),
      let joined = WrittenAddress.path(path, countedFrom: plan.path(of: page))
    else { return .missing(path: "/" + path) }
    return find("/" + joined)
  }

  private func target(ofSource path: String) -> LinkTarget? {
    if let page = plan.page(madeFrom: path) { return .page(page) }
    if path.hasPrefix("content/static/") {
      let target = find("/" + path.dropFirst("content/static/".count))
      if case .file = target { return target }
    }
    guard path.hasPrefix("content/assets/") else { return nil }
    return assets[String(path.dropFirst("content/".count))].map { .file($0) }
  }

  /// Returns the target at a path, which starts with `/` and excludes the base path.
  package func find(_ path: String) -> LinkTarget {
    if let page = page(at: path) { return .page(page) }
    let name = String(path.dropFirst())
    if let asset = assets[name] { return .file(asset) }
    if statics.contains(name) { return .file(name) }
    let folder = name.isEmpty || name.hasSuffix("/") ? name : name + "/"
    if statics.contains(folder + "index.html") { return .file(folder) }
    let isData = DataAddress.vendor(at: name).map(plan.hasData(ofVendor:))
    if isData ?? (name == DataAddress.vendorIndex) { return .file(name) }
    return .missing(path: path)
  }

  /// Finds a page by its address, with or without the final slash, or by its file.
  private func page(at path: String) -> Page? {
    if let page = index[path] ?? index[path + "/"] ?? index.comparison(inFile: path) {
      return page
    }
    guard path.hasSuffix("/index.html") else { return nil }
    return index[String(path.dropLast("index.html".count))]
  }
}
