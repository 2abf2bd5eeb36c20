import Comparing
import Content
import Diagnosing
import Planning
import Rendering
import TestSites

/// Everything that a site gives its readers, and its author: the bytes of each page and file by
/// path, and the diagnostics.
struct RenderedSite {
  var files: [String: [UInt8]] = [:]
  var diagnostics: [Diagnostic] = []
  /// Nil for a site that is refused.
  private(set) var renderer: SiteRenderer?

  /// - Parameter previous: a site whose templates are reused.
  init(_ site: TestSite, reusing previous: RenderedSite? = nil) throws {
    var (library, log) = try site.read()
    defer { diagnostics = log.sorted }
    guard let library, let week = Edition.newestWeek(in: library),
      let base = BaseAddress(library.site.baseURL.value)
    else { return }
    let plan = SitePlan(Edition(library: library, week: week), base: base, into: &log)
    let theme = Theme(
      builtIn: try TestSite.themeFiles(), own: [], language: library.site.language,
      reusing: previous?.renderer?.theme, into: &log)
    guard
      let renderer = SiteRenderer(plan, theme: theme, reusing: previous?.renderer, into: &log)
    else { return }
    var links = LinkChecker(renderer)
    links.check(into: &log)
    if log.hasErrors { return }
    self.renderer = renderer
    for page in plan.singlePages + plan.documents + plan.allComparisons {
      var bytes: [UInt8] = []
      renderer.render(page, into: &bytes)
      files[plan.path(of: page)] = bytes
    }
    for file in renderer.files { files["/" + file.path] = try file.bytes() }
  }

  var isRefused: Bool { renderer == nil }

  func has(_ rule: String) -> Bool { diagnostics.contains { $0.rule.id == rule } }

  /// Whether readers or the author see anything else.
  func differs(from other: RenderedSite) -> Bool {
    files != other.files || said != other.said
  }

  private var said: [String] { diagnostics.map { "\($0.rule.id) \($0.message)" } }
}

extension SitePlan {
  var allComparisons: [Page] {
    edition.categoryPositions.flatMap { category in
      edition.vendorPositions(of: category).flatMap { left in
        rights(ofLeft: left).map {
          Page.comparison(PairPosition(category, left: left.index, right: $0))
        }
      }
    }
  }
}
