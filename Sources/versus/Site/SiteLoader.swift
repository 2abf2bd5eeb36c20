import Comparing
import Content
import Diagnosing
import Freezing
import Packing
import Planning
import Reading
import Rendering
import Templating

/// Reads a source folder, as far as a command needs it.
struct SiteLoader {
  let invocation: Invocation
  private(set) var diagnostics = Diagnostics()
  /// The cache of reports, which spares reading unchanged ones again.
  private(set) var reports: ReportCache
  /// The frozen weeks of the planned site.
  private(set) var snapshots: [Snapshot] = []
  /// All content of the planned site, which a frozen week has only a part of.
  private var whole: Library?
  private let files: FileCache?
  private let unsaved: SourceFile?
  private let previous: Edition?
  private let includesDrafts: Bool

  /// - Parameter includesDrafts: whether to read drafts; by default if `--drafts` is given.
  init(
    _ invocation: Invocation, reusing reports: ReportCache = ReportCache(),
    _ edition: Edition? = nil, files: FileCache? = nil, unsaved: SourceFile? = nil,
    includesDrafts: Bool? = nil
  ) {
    self.invocation = invocation
    self.reports = reports
    self.files = files
    self.unsaved = unsaved
    self.includesDrafts = includesDrafts ?? invocation.has(.drafts)
    previous = edition
  }

  /// Reads the site of the requested week; returns nil if the content has errors.
  ///
  /// - Throws: `FileFailure`.
  mutating func edition() throws -> Edition? {
    let folder = try ContentFolder(invocation.source, reusing: files, unsaved: unsaved)
    let reader = ContentReader(
      folder: folder, includesDrafts: includesDrafts, jobs: invocation.jobs)
    guard let library = try reader.read(reusing: &reports, into: &diagnostics) else { return nil }
    guard let week = try week(of: library) else { return nil }
    let edition = Edition(library: library, week: week, reusing: previous)
    describe(edition)
    return edition
  }

  /// Returns the requested week, by default the newest.
  ///
  /// - Throws: `UsageError` for a week before the first report, whose site would be empty.
  private func week(of library: Library) throws -> Week? {
    let newest = Edition.newestWeek(in: library) ?? Week("1970-W01")
    guard let asked = invocation.week else { return newest }
    let first = library.vendors.compactMap { $0.reports.first?.week }.min()
    if let first, asked < first {
      throw UsageError(
        "there is no report of \(asked.text) or before; the first is of \(first.text)")
    }
    return asked
  }

  /// Reports dead links, values that rankings leave out, edits of frozen weeks that the corrections
  /// log does not explain, and templates that cost too much.
  @discardableResult
  mutating func checkWhole(_ renderer: SiteRenderer) -> Bool {
    let errors = diagnostics.errorCount
    LeftOutValues(renderer.plan.edition).check(into: &diagnostics)
    FrozenReports(renderer.plan.edition.library).check(into: &diagnostics)
    var links = LinkChecker(renderer)
    links.check(into: &diagnostics)
    CostChecker(renderer).check(into: &diagnostics)
    return diagnostics.errorCount == errors
  }

  /// Packs the comparisons; returns nil if they cannot be packed, which is reported.
  ///
  /// - Throws: `UsageError` if the site's host serves files alone.
  mutating func pack(_ renderer: SiteRenderer) throws(UsageError) -> Pack? {
    if let host = renderer.plan.host, [.github, .s3].contains(host) {
      throw Self.runsNothing(host.rawValue)
    }
    return Pack(renderer, jobs: invocation.jobs, into: &diagnostics)
  }

  /// The refusal of `--packed` for a host that runs no programs.
  static func runsNothing(_ host: String) -> UsageError {
    UsageError(
      "a packed site needs a host that runs its programs, and '\(host)' serves files alone; "
        + "build without '--packed', or choose another host")
  }

  /// The corrections log, without which a frozen week is planned.
  var corrections: [Correction] { whole?.corrections ?? [] }

  /// Returns the snapshot of a week of the planned site, with the corrections made since; nil if
  /// the week is not frozen.
  func frozen(_ week: Week) -> (snapshot: Snapshot, corrections: LaterCorrections)? {
    guard let whole, let snapshot = snapshots.first(where: { $0.week == week }) else { return nil }
    return (snapshot, LaterCorrections(in: whole, after: snapshot))
  }

  /// Reports the pages, of those that were rendered, that cost more than they may.
  mutating func checkCost(of renderer: SiteRenderer) -> Bool {
    diagnostics.report(contentsOf: renderer.overruns.diagnostics)
    return renderer.overruns.isEmpty
  }

  /// Reports addresses on other sites that do not answer.
  ///
  /// - Parameter seconds: the most that all requests together may take.
  mutating func checkOutside(_ renderer: SiteRenderer, within seconds: Int) throws {
    let links = renderer.outsideLinks
    var requests = LinkRequests(source: invocation.source)
    let dead = try requests.deadAnswers(of: links.map(\.url.value), within: seconds)
    if requests.unasked > 0 {
      Terminal.note(
        "\(counted(requests.unasked, "address")) not asked within \(counted(seconds, "second")); "
          + "the next check goes on with them\n")
    }
    for link in links {
      if let answer = dead[link.url.value] {
        diagnostics.report(.deadOutsideLink(link, answer: answer))
      }
    }
  }

  /// Does all checks that need no output; nil when something is wrong.
  ///
  /// - Parameter anySize: makes it though it has more pages than it may, which is reported all the
  ///   same.
  mutating func renderer(anySize: Bool = false) throws -> SiteRenderer? {
    guard let plan = try plan() else { return nil }
    let excess = anySize ? diagnostics.removeAll(of: .tooManyPages) : Diagnostics()
    defer { diagnostics.report(contentsOf: excess) }
    return try renderer(of: plan)
  }

  /// Plans the pages of the site; returns nil if the content has errors.
  ///
  /// - Parameter frozen: a week to plan instead of the requested one, without later corrections or
  ///   snapshots.
  /// - Throws: `FileFailure`.
  mutating func plan(frozen week: Week? = nil) throws -> SitePlan? {
    guard var edition = try edition() else { return nil }
    snapshots = edition.library.snapshots.map(\.value)
    whole = edition.library
    if let week { edition = Edition(library: edition.library.frozen(in: week), week: week) }
    guard let base = base(of: edition.library.site) else { return nil }
    return SitePlan(edition, base: base, host: invocation.siteHost, into: &diagnostics)
  }

  /// Combines the plan with the theme; returns nil if either has errors.
  ///
  /// - Parameter previous: an earlier renderer, whose unchanged parts are reused.
  /// - Throws: `FileFailure`.
  mutating func renderer(
    of plan: SitePlan, reusing previous: SiteRenderer? = nil
  ) throws -> SiteRenderer? {
    let site = plan.edition.library.site
    let folder = try ContentFolder(invocation.source, reusing: files, unsaved: unsaved)
    let own = try folder.read(try folder.files(below: "templates", into: &diagnostics), jobs: 1)
    let theme = Theme(
      builtIn: EmbeddedFiles.folders["templates"] ?? [], own: own, language: site.language,
      reusing: previous?.theme, into: &diagnostics)
    let renderer = SiteRenderer(plan, theme: theme, reusing: previous, into: &diagnostics)
    return diagnostics.hasErrors ? nil : renderer
  }

  private func base(of site: Site) -> BaseAddress? {
    BaseAddress(invocation[.baseURL] ?? site.baseURL.value)
  }

  /// Prints all diagnostics: machine-readable ones to standard output, human-readable ones to
  /// standard error.
  func report() { invocation.report(diagnostics) }

  /// Prints warnings that accompany a result. With `json`, only the result goes to standard output.
  func reportWarnings() { invocation.reportWarnings(diagnostics) }

  /// Says how many warnings there are, for commands that are asked for something else.
  func mentionWarnings() {
    let count = diagnostics.sorted.count + diagnostics.omittedCount
    if count == 0 || invocation.isQuiet || invocation.format != .text { return }
    let them = count == 1 ? "it" : "them"
    Terminal.note("\(counted(count, "warning")); 'versus check' shows \(them)\n")
  }

  /// Prints what was read, if `--verbose` is given.
  func describe(_ edition: Edition) {
    guard invocation.has(.verbose) else { return }
    let reports = edition.library.vendors.reduce(0) { $0 + $1.reports.count }
    let vendors = edition.categories.reduce(0) { $0 + $1.vendors.count }
    Terminal.note(
      "\(invocation.source): \(counted(reports, "report")), \(counted(vendors, "vendor")), "
        + "week \(edition.week.text), \(counted(invocation.jobs, "job"))\n")
  }
}
