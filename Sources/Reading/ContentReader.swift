package import Content
package import Diagnosing
import Hashing
import Markup
package import System

/// Reads a content folder.
///
/// Goes in: the folder. Comes out: a `Library`, or diagnostics that name everything that is wrong.
/// The result depends on the files alone, not on the order in which the disk lists them nor on the
/// number of jobs.
package struct ContentReader: Sendable {
  let folder: ContentFolder
  let includesDrafts: Bool
  let jobs: Int

  package init(folder: ContentFolder, includesDrafts: Bool = false, jobs: Int = 1) {
    self.folder = folder
    self.includesDrafts = includesDrafts
    self.jobs = jobs
  }

  /// - Returns: nil when an error was reported.
  /// - Throws: `FileFailure` when a file cannot be read.
  package func read(into log: inout Diagnostics) throws(FileFailure) -> Library? {
    var cache = ReportCache()
    return try read(reusing: &cache, into: &log)
  }

  /// The same, without reading again what is in the cache; the result is what it would be anew.
  package func read(
    reusing cache: inout ReportCache, into log: inout Diagnostics
  ) throws(FileFailure) -> Library? {
    let errors = log.errorCount
    let paths = try folder.files(below: "content", into: &log)
    if paths.isEmpty, log.errorCount == errors {
      log.report(
        .missingFile("site in this folder; 'versus init' makes one", at: anchor("content")))
      return nil
    }
    let layout = ContentLayout(paths, into: &log)
    var files = ContentFiles(folder, jobs: jobs)
    let site = try readSite(layout, &files, into: &log)
    let categoryFiles = try files.read(layout.categories)
    let categories = categoryFiles.compactMap { CategoryReader.read($0, into: &log) }
    cache.keep(for: categoryFiles)
    if layout.categories.isEmpty {
      log.report(.missingFile("category in content/categories/", at: anchor("content/categories")))
    }
    let reports = readReports(
      try files.read(layout.reports), categories,
      areCategoriesComplete: categories.count == layout.categories.count, reusing: &cache,
      into: &log)
    if layout.reports.isEmpty {
      log.report(.missingFile("report in content/reports/", at: anchor("content/reports")))
    }
    let inForce = reports.filter { includesDrafts || !$0.isDraft }
    let names = ContentNames(layout, categories, reports) { includesDrafts || !$0.isDraft }
    let articles = try files.read(layout.comparisons).compactMap {
      ComparisonReader(file: $0, names: names).read(into: &log)
    }
    let pages = try files.read(layout.pages).compactMap {
      PageReader.read($0, into: &log)
    }
    let prompts = try files.read(layout.prompts).compactMap {
      PromptReader.read($0, into: &log)
    }
    let authors = try files.read(layout.authors).compactMap {
      AuthorReader.read($0, into: &log)
    }
    let corrections =
      try files.read(layout.hasCorrections ? ["content/corrections.yaml"] : []).first.map {
        CorrectionsReader.read($0, into: &log)
      } ?? []
    let snapshots = try files.read(layout.snapshots).compactMap {
      SnapshotReader.read($0, into: &log)
    }
    let vendors = VendorHistory.grouping(inForce, into: &log)
    let assets = try files.assets(layout.assets)
    let references = ReferenceChecker(names: names, site: site)
    references.check(inForce, into: &log)
    references.check(articles, into: &log)
    TitleChecker.check(articles, into: &log)
    references.check(prompts, into: &log)
    references.check(pages, into: &log)
    references.check(corrections, into: &log)
    if site?.unsafeHTML == true { log.removeAll(of: .hiddenText) }
    guard let site, log.errorCount == errors else { return nil }
    var library = Library(
      site: site, categories: categories.sorted { $0.slug < $1.slug }, vendors: vendors,
      fingerprint: Fingerprint {
        $0.add(files.fingerprint)
        $0.add(includesDrafts ? 1 : 0)
      })
    library.comparisons = articles
    library.prompts = prompts
    library.authors = authors
    library.corrections = corrections
    library.pages = pages
    library.assets = assets
    library.snapshots = snapshots
    HistoryChecker(library: library).check(into: &log)
    return library
  }

  /// The slugs of the folder's categories, by name.
  package func categoryNames() throws(FileFailure) -> [String] {
    var ignored = Diagnostics()
    let paths = try folder.files(below: "content/categories")
    return ContentLayout(paths, into: &ignored).categories.map {
      String($0.dropFirst("content/categories/".count).dropLast(".yaml".count))
    }
  }

  /// What `site.yaml` says; nil when an error was reported.
  package func site(into log: inout Diagnostics) throws(FileFailure) -> Site? {
    SiteReader.read(try folder.read("content/site.yaml"), into: &log)
  }

  /// One category by its name; nil when an error was reported.
  package func category(
    _ name: String, into log: inout Diagnostics
  ) throws(FileFailure) -> Category? {
    CategoryReader.read(try folder.read("content/categories/\(name).yaml"), into: &log)
  }

  /// A place for what concerns a file that is not there.
  private func anchor(_ path: String) -> SourceSpan { SourceFile(path: path, bytes: []).start }

  private func readSite(
    _ layout: ContentLayout, _ files: inout ContentFiles, into log: inout Diagnostics
  ) throws(FileFailure) -> Site? {
    guard layout.hasSite else {
      log.report(.missingFile("content/site.yaml", at: anchor("content/site.yaml")))
      return nil
    }
    return try files.read(["content/site.yaml"]).first.flatMap { SiteReader.read($0, into: &log) }
  }

  private func readReports(
    _ files: [SourceFile], _ categories: [Category], areCategoriesComplete: Bool,
    reusing cache: inout ReportCache, into log: inout Diagnostics
  ) -> [Report] {
    let known = files.map { cache.result(for: $0) }
    let others = zip(files, known).filter { $0.1 == nil }.map(\.0)
    var new = concurrentMap(others, jobs: jobs) { file in
      var found = Diagnostics()
      let report = Self.read(
        file, categories, areCategoriesComplete: areCategoriesComplete, into: &found)
      return ReportCache.Result(file: file, report: report, diagnostics: found)
    }.makeIterator()
    let results = known.compactMap { $0 ?? new.next() }
    cache.replace(with: results)
    for result in results { log.report(contentsOf: result.diagnostics) }
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

/// The slug that a file's name is.
func fileSlug(_ name: String, of file: SourceFile, into log: inout Diagnostics) -> Slug? {
  let stem = name.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(
    separator: ".")
  if let slug = Slug(stem) { return slug }
  log.report(.invalidSlug(name, at: file.start))
  return nil
}

extension VendorHistory {
  /// Puts reports together by vendor; a vendor that changes its category is reported.
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
