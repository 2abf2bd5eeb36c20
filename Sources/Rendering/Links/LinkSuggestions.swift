import Comparing
import Content
import Diagnosing
import Planning

/// Suggests existing addresses that are spelt similarly to a dead one.
struct LinkSuggestions {
  private let plan: SitePlan
  private let files: [String]
  private lazy var paths = plan.singlePages.map { plan.path(of: $0) }
  /// The remaining searches of a check; the limit matters because each examines all pages (Y-03).
  private var searches = 100

  /// - Parameter files: the names of assets, such as `assets/logo.svg`.
  init(_ plan: SitePlan, files: [String]) {
    self.plan = plan
    self.files = files
  }

  /// Returns a page or a file with a path similar to a given one, which starts with `/` and
  /// excludes the base path.
  mutating func address(for path: String) -> String? {
    if let pair = pair(for: path) { return pair }
    guard searches > 0 else { return nil }
    searches -= 1
    return near(path, among: paths + files.map { "/" + $0 })
  }

  /// Returns the most similar path, preferring paths that differ only in their last component.
  private func near(_ path: String, among paths: [String]) -> String? {
    let (folder, name) = Self.divided(path)
    let beside = paths.map { (path: $0, parts: Self.divided($0)) }
      .filter { !$0.parts.name.isEmpty }
    if let found = nearMiss(
      for: name, among: beside.filter { $0.parts.folder == folder }.map(\.parts.name))
    {
      return beside.first { $0.parts == (folder, found) }?.path
    }
    let named = beside.filter { $0.parts.name == name }
    return nearMiss(for: folder, among: named.map(\.parts.folder)).flatMap { found in
      named.first { $0.parts.folder == found }?.path
    }
  }

  /// Splits a path into its last component and everything before that.
  private static func divided(_ path: String) -> (folder: String, name: String) {
    let parts = path.split(separator: "/")
    return (parts.dropLast().joined(separator: "/"), parts.last.map(String.init) ?? "")
  }

  mutating func file(for name: String) -> String? {
    guard searches > 0 else { return nil }
    searches -= 1
    return nearMiss(for: name, among: files)
  }

  /// Returns a file in the folder that an address names.
  mutating func source(for path: String) -> String? {
    guard searches > 0 else { return nil }
    searches -= 1
    let (folder, name) = Self.divided(path)
    let library = plan.edition.library
    let files =
      library.vendors.flatMap(\.reports).map(\.file.path) + library.pages.map(\.file.path)
      + library.comparisons.map(\.file.path)
    return nearMiss(
      for: name,
      among: files.filter { $0.hasPrefix(folder + "/") }
        .map { Self.divided($0).name })
  }

  /// Returns the comparison of the vendors in a path that has them in the wrong order or misspelt.
  private mutating func pair(for path: String) -> String? {
    let address = plan.comparisonAddress
    let places = [path, address.before + Self.divided(path).name].map {
      $0.hasSuffix(address.after) ? $0 : $0 + address.after
    }
    for (first, second) in places.flatMap(address.slugs) {
      guard let a = vendor(first), let b = vendor(second),
        let page = plan.comparison(of: a, and: b)
      else { continue }
      return plan.path(of: page)
    }
    return nil
  }

  private mutating func vendor(_ slug: String) -> VendorPosition? {
    if let position = plan.edition.position(of: slug) { return position }
    guard searches > 0 else { return nil }
    searches -= 1
    let slugs = plan.edition.categories.lazy.flatMap(\.vendors).map(\.slug.text)
    return nearMiss(for: slug, among: slugs).flatMap { plan.edition.position(of: $0) }
  }
}
