import Diagnosing
import Reading
import TestSites
import Testing

/// The text behind the front matter of every kind of file is checked.
struct HiddenTextOfFilesTests {
  @Test(arguments: [
    ("content/reports/2026-W14/alpha.md", "name: Alpha"),
    ("content/comparisons/alpha-vs-beta.md", "vendors: [alpha, beta]"),
    ("content/prompts/p.md", "title: P\nprompt: P"), ("content/pages/p.md", "title: P"),
  ])
  func hiddenTextIsReportedAtItsLine(path: String, front: String) throws {
    let site = try TestSite()
    try site.write(
      "---\n\(front)\n---\na\n\n<details>\nb\n</details>\n\n## \n", to: path)
    let found = try site.read().diagnostics.sorted.filter { $0.span.file.path == path }
    let lines = front.split(separator: "\n").count
    #expect(found.map(\.rule.id) == ["hidden-text", "empty-heading"])
    #expect(found.map { $0.span.startPosition.line - lines } == [5, 9])
  }
}
