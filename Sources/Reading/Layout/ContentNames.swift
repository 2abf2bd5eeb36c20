import Content
import Diagnosing

/// The names that content files may refer to.
///
/// A file that could not be read keeps its name, so that references to it are not reported as well.
struct ContentNames: Sendable {
  struct Vendor: Sendable {
    /// The category; nil when no report of the vendor could be read.
    var category: Category?
    /// The offerings of all the vendor's reports.
    var offerings: [Choice] = []
    /// The names of the weeks that have a report of the vendor, whether it could be read or not.
    var weeks: [String] = []
  }

  private(set) var vendors: [String: Vendor]
  /// The slugs that only drafts have.
  private(set) var drafts: Set<String> = []
  let vendorSlugs: NameList
  let authors: NameList
  let prompts: NameList
  let pages: NameList
  /// Paths that begin with `assets/`.
  let assets: NameList

  /// Collects the names of the content.
  ///
  /// - Parameters:
  ///   - reports: the reports that could be read.
  ///   - isInForce: false for a draft, which nothing may refer to.
  init(
    _ layout: ContentLayout, _ categories: [Category], _ reports: [Report],
    isInForce: (Report) -> Bool
  ) {
    authors = NameList(layout.authors.compactMap { fileStem($0) })
    prompts = NameList(layout.prompts.compactMap { fileStem($0) })
    pages = NameList(layout.pages.compactMap { fileStem($0) })
    assets = NameList(layout.assets.map { String($0.dropFirst("content/".count)) })
    var vendors: [String: Vendor] = [:]
    let read = Set(reports.map(\.file.path))
    for path in layout.reports where !read.contains(path) {
      if let name = fileStem(path) { vendors[name] = Vendor() }
    }
    let bySlug = Dictionary(uniqueKeysWithValues: categories.map { ($0.slug, $0) })
    drafts = Set(reports.filter { !isInForce($0) }.map(\.slug.text))
    for report in reports where isInForce(report) {
      drafts.remove(report.slug.text)
      var vendor = vendors[report.slug.text] ?? Vendor()
      vendor.category = vendor.category ?? bySlug[report.category]
      let known = Set(vendor.offerings.map(\.id))
      vendor.offerings += report.offerings.filter { !known.contains($0.id) }
      vendors[report.slug.text] = vendor
    }
    self.vendors = vendors
    vendorSlugs = NameList(
      vendors.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    addWeeks(layout.reports)
  }

  /// - Parameter paths: those of reports, `content/reports/<week>/<vendor>.md`.
  private mutating func addWeeks(_ paths: [String]) {
    for path in paths {
      guard let name = fileStem(path) else { continue }
      if let week = path.split(separator: "/").dropLast().last {
        vendors[name]?.weeks.append(String(week))
      }
    }
  }

  /// Returns whether one page can show both vendors: false only if both categories are known and
  /// differ.
  func areComparable(_ left: String, _ right: String) -> Bool {
    guard let left = vendors[left]?.category, let right = vendors[right]?.category else {
      return true
    }
    return left.slug == right.slug
  }
}

/// Returns the name of a file without its folder and extension.
private func fileStem(_ path: String) -> String? {
  path.split(separator: "/").last?.split(separator: ".").first.map(String.init)
}

/// Names in byte order, among which references are looked up.
struct NameList: Sendable {
  let all: [String]
  private let members: Set<String>

  init(_ names: [String]) { (all, members) = (names, Set(names)) }

  func contains(_ name: String) -> Bool { members.contains(name) }
}
