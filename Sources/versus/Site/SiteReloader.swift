import Comparing
import Diagnosing
import Planning
import Previewing
import Reading
import Rendering

/// Reloads a site while it is edited, and keeps the last valid one.
///
/// Input: changes. Output: a renderer and diagnostics. Only the first stage that a change affects
/// and the stages after it run again.
struct SiteReloader {
  let invocation: Invocation
  /// The renderer of the last valid content and theme; nil until both have been valid.
  private(set) var renderer: SiteRenderer?
  private var plan: SitePlan?
  private var reports = ReportCache()
  private var files = FileCache()
  private var contentDiagnostics = Diagnostics()
  private var themeDiagnostics = Diagnostics()
  private var linkDiagnostics = Diagnostics()

  init(_ invocation: Invocation) { self.invocation = invocation }

  var diagnostics: [Diagnostic] {
    var all = contentDiagnostics
    all.report(contentsOf: themeDiagnostics)
    all.report(contentsOf: linkDiagnostics)
    return all.sorted
  }

  /// Follows the links of the last valid site, which takes longer than to show a page.
  ///
  /// - Returns: whether what is wrong with them has changed.
  mutating func checkLinks() -> Bool {
    let before = linkDiagnostics.sorted
    linkDiagnostics = Diagnostics()
    if let renderer, !contentDiagnostics.hasErrors, !themeDiagnostics.hasErrors {
      var links = LinkChecker(renderer)
      links.check(into: &linkDiagnostics)
    }
    return linkDiagnostics.sorted != before
  }

  mutating func reload(_ changes: FolderWatcher.Changes) {
    if changes.isEverything { files = FileCache() } else { files.forget(changes.paths) }
    let isContent = changes.isEverything || changes.touches("content")
    if isContent { readContent() }
    // While the content is invalid, the theme is checked with the last valid content.
    if !contentDiagnostics.hasErrors || changes.touches("templates") { makeRenderer() }
  }

  private mutating func readContent() {
    var loader = SiteLoader(invocation, reusing: reports, plan?.edition, files: files)
    contentDiagnostics = Diagnostics()
    defer { reports = loader.reports }
    do {
      let new = try loader.plan()
      contentDiagnostics = loader.diagnostics
      if let new, !contentDiagnostics.hasErrors { plan = new }
    } catch {
      contentDiagnostics = loader.diagnostics
      contentDiagnostics.report(.unreadableFile(error))
    }
  }

  private mutating func makeRenderer() {
    guard let plan else { return }
    var loader = SiteLoader(invocation, files: files)
    themeDiagnostics = Diagnostics()
    do {
      let new = try loader.renderer(of: plan, reusing: renderer)
      themeDiagnostics = loader.diagnostics
      if let new { renderer = new }
    } catch {
      themeDiagnostics = loader.diagnostics
      themeDiagnostics.report(.unreadableFile(error))
    }
  }
}
