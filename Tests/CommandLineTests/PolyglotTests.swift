import Comparing
import Diagnosing
import Foundation
import Planning
import Reading
import TestSites
import Testing

/// The coding models of `content/` are what one command makes of the benchmark's table.
struct PolyglotTests {
  private static let repository = TestSite.fixtures.deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func allWeeksAreImportedByOneCommand() throws {
    let versus = try Versus()
    let files = FileManager.default
    let content = Self.repository.appending(path: "content")
    let categories = "\(versus.folder)/content/categories"
    try files.createDirectory(atPath: categories, withIntermediateDirectories: true)
    for name in ["site.yaml", "categories/coding-models.yaml"] {
      try files.copyItem(
        atPath: content.appending(path: name).path(), toPath: "\(versus.folder)/content/\(name)")
    }
    let example = Self.repository.appending(path: "Examples/polyglot")
    let result = try versus.run(
      "import", example.appending(path: "polyglot.csv").path(), "--mapping",
      example.appending(path: "mapping.yaml").path())
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.hasSuffix("\n95 new, 0 changed, 0 unchanged\n"))
    #expect(result.errors.isEmpty)
    let reports = try files.subpathsOfDirectory(atPath: "\(versus.folder)/content/reports")
      .filter { $0.hasSuffix(".md") }
    #expect(Set(reports.map { $0.prefix(8) }).count == 29)
    for path in reports {
      let own = try String(contentsOf: content.appending(path: "reports/\(path)"), encoding: .utf8)
      #expect(try versus.read("content/reports/\(path)") == own, "\(path)")
    }
    var diagnostics = Diagnostics()
    let reader = ContentReader(folder: try ContentFolder(versus.folder))
    let library = try #require(try reader.read(into: &diagnostics))
    let base = try #require(BaseAddress("https://example.org/"))
    for week in Set(library.vendors.flatMap(\.reports).map(\.week)).sorted() {
      let plan = SitePlan(Edition(library: library, week: week), base: base, into: &diagnostics)
      #expect(plan.vendorCount > 0 && diagnostics.isEmpty, "\(week.text)")
    }
    #expect(try versus.run("build", "--week", "2024-W51", "--output", "out").code == 0)
  }
}
