import Diagnosing
import Foundation
import Reading
import TestSites
import Testing

/// One mistake is one error: without its category, a report's keys are not judged.
struct MissingCategoryTests {
  @Test func reportsWithoutAnyCategoryAreNotJudged() throws {
    let site = try TestSite()
    try FileManager.default.removeItem(
      at: site.folder.appending(path: "content/categories/apps.yaml"))
    let found = try site.read().diagnostics.sorted.map { "\($0.rule.id) \($0.span.file.path)" }
    #expect(found == ["missing-file content/categories"])
  }
}
