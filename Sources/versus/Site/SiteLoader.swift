import Comparing
import Diagnosing
import Planning
import Reading
import Rendering

/// Reads a source folder as far as a command needs it.
struct SiteLoader {
  let invocation: Invocation
  private(set) var diagnostics = Diagnostics()

  init(_ invocation: Invocation) { self.invocation = invocation }

  /// The site of the week asked for, or nil when the content is wrong.
  ///
  /// - Throws: `UsageError` for a `--week` that is none, `FileFailure`.
  mutating func edition() throws -> Edition? {
    let folder = try ContentFolder(invocation.source)
    let reader = ContentReader(
      folder: folder, includesDrafts: invocation.has(.drafts), jobs: invocation.jobs)
    guard let library = try reader.read(into: &diagnostics) else { return nil }
    guard let week = try week(of: library) else { return nil }
    return Edition(library: library, week: week)
  }

  private func week(of library: Library) throws(UsageError) -> Week? {
    guard let text = invocation[.week] else {
      return Edition.newestWeek(in: library) ?? Week("1970-W01")
    }
    if let week = Week(text) { return week }
    throw UsageError("'--week' is an ISO 8601 week such as 2026-W14, not '\(text)'")
  }

  /// All that can be checked before the first write; nil when something is wrong.
  mutating func renderer() throws -> SiteRenderer? {
    guard let edition = try edition() else { return nil }
    let site = edition.library.site
    guard let base = try base(of: site) else { return nil }
    let plan = SitePlan(edition, base: base, into: &diagnostics)
    let folder = try ContentFolder(invocation.source)
    let own = try folder.read(try folder.files(below: "templates"), jobs: 1)
    let theme = Theme(
      builtIn: EmbeddedFiles.folders["templates"] ?? [], own: own, language: site.language,
      into: &diagnostics)
    let renderer = SiteRenderer(plan, theme: theme, into: &diagnostics)
    return diagnostics.hasErrors ? nil : renderer
  }

  private func base(of site: Site) throws(UsageError) -> BaseAddress? {
    guard let url = invocation[.baseURL] else { return BaseAddress(site.baseURL.value) }
    if let base = BaseAddress(url) { return base }
    throw UsageError("'--base-url' is an absolute http or https address, not '\(url)'")
  }

  /// Prints what was found: for machines to standard output, for people to standard error.
  func report(hasColor: Bool, always: Bool = false) {
    let found = diagnostics.sorted
    if found.isEmpty, !always { return }
    let format = invocation.format
    let text = format.print(found, color: hasColor)
    if format == .text { Terminal.note(text) } else { Terminal.print(text) }
  }
}
