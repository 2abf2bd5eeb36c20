import Foundation
import TestSites
import Testing

/// Each folder of `Tests/Sites/broken` is the smallest site with one mistake; its `expected.txt`
/// has the output of `versus check`. `UPDATE_GOLDENS=1` rewrites these files.
struct BrokenSiteTests {
  static let names: [String] =
    (try? FileManager.default.contentsOfDirectory(
      atPath: TestSite.fixtures.appending(path: "broken").path()))?.sorted() ?? []

  @Test func thereAreAtLeastSixty() { #expect(Self.names.count >= 60) }

  @Test(arguments: names)
  func checkReportsWhatIsExpected(name: String) throws {
    let folder = TestSite.fixtures.appending(path: "broken/\(name)")
    let site = try TestSite(overlay: folder)
    let result = try Program.run(["check", "-s", site.folder.path()])
    #expect(result.code == 1, "\(name) has no error; a warning is tested by its stage's tests")
    try Golden.check(
      result.errors, "Tests/Sites/broken/\(name)/expected.txt", suite: "BrokenSiteTests")
  }

  @Test func twentyMistakesAreTwentyErrors() throws {
    let site = try TestSite(overlay: TestSite.fixtures.appending(path: "broken/twenty-mistakes"))
    let result = try Program.run(["check", "-s", site.folder.path()])
    #expect(result.errors.hasSuffix("\n20 errors, 0 warnings\n"))
  }

  @Test func theBaseIsRight() throws {
    let site = try TestSite()
    let result = try Program.run(["check", "--strict", "-s", site.folder.path()])
    #expect(result.code == 0)
    #expect(result.errors == "0 errors, 0 warnings\n")
  }
}
