package import Content
package import Diagnosing
import Hashing
import Markup
package import System

/// Reads a content folder.
///
/// Input is the folder; output is a `Library`, or diagnostics that name every mistake. The result
/// depends only on the files, not on the order in which the disk lists them or on the number of
/// jobs.
package struct ContentReader: Sendable {
  let folder: ContentFolder
  let includesDrafts: Bool
  let jobs: Int

  package init(folder: ContentFolder, includesDrafts: Bool = false, jobs: Int = 1) {
    self.folder = folder
    self.includesDrafts = includesDrafts
    self.jobs = jobs
  }

  /// Reads the folder.
  ///
  /// - Returns: nil when an error was reported.
  /// - Throws: `FileFailure` when a file cannot be read.
  package func read(into log: inout Diagnostics) throws(FileFailure) -> Library? {
    var cache = ReportCache()
    return try read(reusing: &cache, into: &log)
  }

  /// Reads the folder like `read(into:)`, but takes unchanged reports from the cache. The result is
  /// equal.
  package func read(
    reusing cache: inout ReportCache, into log: inout Diagnostics
  ) throws(FileFailure) -> Library? {
    let errors = log.errorCount
    guard let layout = try layout(into: &log) else { return nil }
    var files = ContentFiles(folder, jobs: jobs)
    let site = try readSite(layout, &files, into: &log)
    let categories = try readCategories(layout, &files, &cache, into: &log)
    let reports = try readReports(layout, &files, categories, &cache, into: &log)
    let inForce = reports.filter { includesDrafts || !$0.isDraft }
    let names = ContentNames(layout, categories, reports) { includesDrafts || !$0.isDraft }
    let others = try OtherContent(layout, &files, names: names, into: &log)
    let vendors = VendorHistory.grouping(inForce, into: &log)
    let published = Set(inForce.map(\.file.path))
    for place in files.unfinished
    where !place.file.path.hasPrefix("content/reports/") || published.contains(place.file.path) {
      log.report(.unfinishedText(place.text, at: place))
    }
    try reportFoldersBeside(into: &log)
    let references = ReferenceChecker(names: names, site: site)
    references.checkSite(into: &log)
    references.check(inForce, into: &log)
    others.check(references, into: &log)
    if site?.unsafeHTML == true { log.removeAll(of: .hiddenText) }
    guard let site, log.errorCount == errors else { return nil }
    var library = Library(
      site: site, categories: categories.sorted { $0.slug < $1.slug }, vendors: vendors,
      fingerprint: Fingerprint {
        $0.add(files.fingerprint)
        $0.add(includesDrafts ? 1 : 0)
      })
    others.add(to: &library)
    HistoryChecker(library: library).check(into: &log)
    return library
  }

  /// Warns of folders beside `content/` whose names suggest that they belong inside it.
  private func reportFoldersBeside(into log: inout Diagnostics) throws(FileFailure) {
    for name in try folder.folders() {
      let inside = ContentLayout.folders.first { $0 == name }.map { "content/" + $0 }
      let near = nearMiss(for: name, among: ["content", "templates"])
      guard name != "content", name != "templates", let meant = inside ?? near else { continue }
      log.report(.unusedFile(at: anchor(name), suggestion: meant))
    }
  }

  /// Returns the names of the folder's category files, which are the slugs.
  package func categoryNames() throws(FileFailure) -> [String] {
    var ignored = Diagnostics()
    let paths = try folder.files(below: "content/categories")
    return ContentLayout(paths, into: &ignored).categories.map {
      String($0.dropFirst("content/categories/".count).dropLast(".yaml".count))
    }
  }

  /// Reads `site.yaml`; nil when an error was reported.
  package func site(into log: inout Diagnostics) throws(FileFailure) -> Site? {
    SiteReader.read(try folder.read("content/site.yaml"), into: &log)
  }

  /// Reads one category by its name; nil when an error was reported.
  package func category(
    _ name: String, into log: inout Diagnostics
  ) throws(FileFailure) -> Category? {
    CategoryReader.read(try folder.read("content/categories/\(name).yaml"), into: &log)
  }

  /// Returns a place for diagnostics about a file that does not exist.
  private func anchor(_ path: String) -> SourceSpan { SourceFile(path: path, bytes: []).start }

  /// Lists the folder and sorts its files by kind; nil when there is no content at all.
  private func layout(into log: inout Diagnostics) throws(FileFailure) -> ContentLayout? {
    let errors = log.errorCount
    let paths = try folder.files(below: "content", into: &log)
    if paths.isEmpty, log.errorCount == errors {
      log.report(
        .missingFile("site in this folder; 'versus init' makes one", at: anchor("content")))
      return nil
    }
    return ContentLayout(paths, into: &log)
  }

  private func readSite(
    _ layout: ContentLayout, _ files: inout ContentFiles, into log: inout Diagnostics
  ) throws(FileFailure) -> Site? {
    guard layout.hasSite else {
      log.report(.missingFile("content/site.yaml", at: anchor("content/site.yaml")))
      return nil
    }
    return try files.read(["content/site.yaml"]).first.flatMap { SiteReader.read($0, into: &log) }
  }

  /// Reads the categories. Afterwards, the cache holds only reports that were read with these
  /// files.
  private func readCategories(
    _ layout: ContentLayout, _ files: inout ContentFiles, _ cache: inout ReportCache,
    into log: inout Diagnostics
  ) throws(FileFailure) -> [Category] {
    if layout.categories.isEmpty {
      log.report(.missingFile("category in content/categories/", at: anchor("content/categories")))
    }
    let found = try files.read(layout.categories)
    cache.keep(for: found)
    return found.compactMap { CategoryReader.read($0, into: &log) }
  }

  private func readReports(
    _ layout: ContentLayout, _ files: inout ContentFiles, _ categories: [Category],
    _ cache: inout ReportCache, into log: inout Diagnostics
  ) throws(FileFailure) -> [Report] {
    if layout.reports.isEmpty {
      log.report(.missingFile("report in content/reports/", at: anchor("content/reports")))
    }
    // Where a category is missing, its keys in reports are no further mistakes.
    let areCategoriesComplete =
      !categories.isEmpty && categories.count == layout.categories.count
    let files = try files.read(layout.reports)
    let cached = files.map { cache.result(for: $0) }
    let others = zip(files, cached).filter { $0.1 == nil }.map(\.0)
    var new = concurrentMap(others, jobs: jobs) { file in
      var found = Diagnostics()
      let report = Self.read(
        file, categories, areCategoriesComplete: areCategoriesComplete, into: &found)
      return ReportCache.Result(file: file, report: report, diagnostics: found)
    }.makeIterator()
    let results = cached.compactMap { $0 ?? new.next() }
    cache.replace(with: results)
    var found = Diagnostics()
    for result in results { found.report(contentsOf: result.diagnostics) }
    // A second category makes the key required in every report, which is one mistake.
    let nameless = found.removeAll(of: .missingCategory)
    if let first = nameless.sorted.first {
      found.report(
        .missingCategory(
          among: categories.map(\.slug.text), others: nameless.errorCount - 1, at: first.span))
    }
    log.report(contentsOf: found)
    return results.compactMap(\.report)
  }

  private static func read(
    _ file: SourceFile, _ categories: [Category], areCategoriesComplete: Bool,
    into log: inout Diagnostics
  ) -> Report? {
    let parts = file.path.split(separator: "/").map(String.init)
    let (weekName, fileName) = (parts[parts.count - 2], parts[parts.count - 1])
    let week = Week(weekName)
    if week == nil { log.report(.invalidWeek(weekName, at: file.start)) }
    let slug = fileSlug(fileName, of: file, into: &log)
    guard let week, let slug else { return nil }
    return ReportReader(
      file: file, slug: slug, week: week, categories: categories,
      areCategoriesComplete: areCategoriesComplete
    ).read(into: &log)
  }
}

extension CategoryReader {
  static func read(_ file: SourceFile, into log: inout Diagnostics) -> Category? {
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    guard let slug = fileSlug(name, of: file, into: &log) else { return nil }
    return CategoryReader(file: file, slug: slug).read(into: &log)
  }
}

/// Returns the slug in a file's name, and reports a name that is not a slug.
func fileSlug(_ name: String, of file: SourceFile, into log: inout Diagnostics) -> Slug? {
  let stem = name.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(
    separator: ".")
  if let slug = Slug(stem) { return slug }
  log.report(.invalidSlug(name, at: file.start))
  return nil
}

extension VendorHistory {
  /// Groups reports by vendor, and reports vendors that change their category.
  static func grouping(_ reports: [Report], into log: inout Diagnostics) -> [VendorHistory] {
    Dictionary(grouping: reports, by: \.slug).sorted { $0.key < $1.key }.compactMap {
      slug, reports in
      let sorted = reports.sorted { $0.week < $1.week }
      guard let first = sorted.first else { return nil }
      for report in sorted where report.category != first.category {
        log.report(.duplicateSlug(slug.text, first: first.file.start, at: report.file.start))
      }
      return VendorHistory(slug: slug, category: first.category, reports: sorted)
    }
  }
}
