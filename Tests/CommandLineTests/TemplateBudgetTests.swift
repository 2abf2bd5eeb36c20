import Diagnosing
import Foundation
import Previewing
import Rendering
import TestSites
import Testing

@testable import versus

/// A template whose pages would take for ever is found by every command, at its place.
struct TemplateBudgetTests {
  /// A text of a kilobyte that is doubled seventeen times: cheaper to run out of than steps.
  private static let doublings =
    #"\(let a0 = ""# + String(repeating: "x", count: 1000) + "\")"
    + (1...17).map { #"\(let a\#($0) = a\#($0 - 1) + a\#($0 - 1))"# }.joined() + #"\(a17)"#

  /// The page that a template makes too dear, and its file.
  static let templates = [
    ("vendor.html", "vendors/ada/", #"<p>\#(doublings)</p>"#),
    ("page.html", "about/", #"<p>\#(doublings)</p>"#),
    // Evaluated for each pair.
    (
      "comparison.html", "compare/ada-vs-bob/",
      #"\(if left.name == right.name)a\(else)\#(doublings)\(end)"#
    ),
    // For one vendor alone: the one of the longest report.
    ("comparison.html", "compare/ada-vs-eve/", #"\(if left.pros.count > 5)\#(doublings)\(end)"#),
  ]

  private func site(_ template: String, _ text: String) throws -> Versus {
    let versus = try RandomSite(seed: 1).versus
    let pros = (0..<9).map { "point \($0)" }.joined(separator: ", ")
    try versus.write(
      "---\nname: Ada\nscores: { speed: 3 }\npros: [ \(pros) ]\n---\nText.\n",
      to: "content/reports/2026-W14/ada.md")
    try versus.write("---\ntitle: About\n---\nText.\n", to: "content/pages/about.md")
    try versus.write("<!doctype html>\n\(text)\n", to: "templates/" + template)
    return versus
  }

  @Test(arguments: templates)
  func isFoundBeforeAnythingIsWritten(template: String, page: String, text: String) throws {
    let versus = try site(template, text)
    for command in [["check"], ["build"], ["build", "--verify"]] {
      let run = try versus.run(command)
      #expect(run.code == 1, "\(command): \(run.errors)")
      #expect(run.errors.contains("templates/\(template):2:"), "\(run.errors)")
      #expect(run.errors.contains("[template-cost]"))
    }
    #expect(!versus.exists("public"))
  }

  /// The preview tells it once the page is asked for, and forgets it with the next good save.
  @Test(arguments: templates)
  func isShownByThePreview(template: String, page: String, text: String) throws {
    let versus = try site(template, text)
    let state = PreviewState()
    var reloader = SiteReloader(try Invocation(["serve", "-s", versus.folder], environment: [:]))
    func reload() {
      reloader.reload(FolderWatcher.Changes(isEverything: true))
      state.update(reloader.renderer, reloader.diagnostics)
    }
    reload()
    #expect(!state.diagnostics.contains { $0.rule.severity == .error })
    for _ in 0..<2 {
      _ = try #require(state.site).find("/" + page)
      let errors = state.diagnostics.filter { $0.rule.severity == .error }
      #expect(errors.map(\.rule.id) == ["template-cost"])
    }
    try versus.write("<!doctype html>\n<p>Good.</p>\n", to: "templates/" + template)
    reload()
    _ = try #require(state.site).find("/" + page)
    #expect(!state.diagnostics.contains { $0.rule.severity == .error })
  }
}
