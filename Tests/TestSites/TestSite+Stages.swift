package import Comparing
import Content
package import Diagnosing
package import Planning
package import Rendering

/// Takes a site through the stages, up to the one that a test is about.
extension TestSite {
  package struct Invalid: Error {
    package let diagnostics: String
  }

  /// - Parameter week: the week; if nil, the newest one with reports.
  /// - Throws: `Invalid` for content with errors.
  package func edition(week: String? = nil) throws -> Edition {
    let (library, diagnostics) = try read()
    guard let library, let week = week.map({ Week($0) }) ?? Edition.newestWeek(in: library) else {
      throw invalid(diagnostics)
    }
    return Edition(library: library, week: week)
  }

  /// Plans the site, and collects the diagnostics of planning.
  package func plan(
    week: String? = nil, base: String? = nil, maxAddresses: Int = 50_000,
    into diagnostics: inout Diagnostics
  ) throws -> SitePlan {
    let edition = try edition(week: week)
    guard let base = BaseAddress(base ?? edition.library.site.baseURL.value) else {
      throw Invalid(diagnostics: "no base address")
    }
    return SitePlan(edition, base: base, maxAddresses: maxAddresses, into: &diagnostics)
  }

  package func plan(week: String? = nil, maxAddresses: Int = 50_000) throws -> SitePlan {
    var diagnostics = Diagnostics()
    let plan = try plan(week: week, maxAddresses: maxAddresses, into: &diagnostics)
    guard diagnostics.errorCount == 0 else { throw invalid(diagnostics) }
    return plan
  }

  /// Returns a renderer with the program's built-in theme.
  ///
  /// - Parameter templates: templates of the site's own, by their paths in the theme.
  package func renderer(
    week: String? = nil, templates: [String: String] = [:]
  ) throws -> SiteRenderer {
    let plan = try plan(week: week)
    var diagnostics = Diagnostics()
    let theme = Theme(
      builtIn: try Self.themeFiles(),
      own: templates.map { SourceFile(path: "templates/" + $0, text: $1) },
      language: plan.edition.library.site.language,
      into: &diagnostics)
    guard let renderer = SiteRenderer(plan, theme: theme, into: &diagnostics) else {
      throw invalid(diagnostics)
    }
    return renderer
  }

  private func invalid(_ diagnostics: Diagnostics) -> Invalid {
    Invalid(diagnostics: DiagnosticFormat.text.print(diagnostics.sorted, color: false))
  }
}

extension SiteRenderer {
  /// Returns the text of the page or document at a path from `/`; nil if there is none.
  package func text(at path: String) -> String? {
    guard let page = AddressIndex(plan)[path] else { return nil }
    var bytes: [UInt8] = []
    render(page, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
