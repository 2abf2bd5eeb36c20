import Foundation
import TestSites
import Testing

/// The coding models in `content/` are the result of importing the benchmark's table with one
/// command.
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
    for week in Set(reports.map { String($0.prefix(8)) }).sorted() {
      try everyPageOf(week, is: reports.filter { $0.prefix(8) <= week }, in: versus)
    }
  }

  /// Builds the site of a week: every vendor that has not retired, and every pair.
  private func everyPageOf(_ week: String, is reports: [String], in versus: Versus) throws {
    var newest: [Substring: String] = [:]
    for path in reports.sorted() { newest[path.dropFirst(9)] = path }
    let count = try newest.values.count {
      try !versus.read("content/reports/\($0)").contains("\nretired: true\n")
    }
    let build = try versus.run("build", "--week", week, "--output", "out", "--format", "json")
    #expect(build.code == 0, "\(week): \(build.errors)")
    let result = try build.object()
    #expect(result["week"] as? String == week)
    #expect(result["vendors"] as? Int == count && count > 0, "\(week)")
    #expect(result["comparisons"] as? Int == count * (count - 1) / 2, "\(week)")
    // All weeks share a folder, so that a build writes only what a week changed.
    let files = try FileManager.default.subpathsOfDirectory(atPath: "\(versus.folder)/out")
    #expect(files.count { $0.hasSuffix(".html") } == result["pages"] as? Int, "\(week)")
    let pairs = files.count {
      $0.hasPrefix("compare/") && $0.contains("-vs-") && $0.hasSuffix(".html")
    }
    #expect(pairs == count * (count - 1) / 2, "\(week)")
    let weeks = Set(reports.map { String($0.prefix(8)) }).sorted()
    for (index, other) in weeks.enumerated() {
      let path = "out/changes/\(other)/index.html"
      let page = versus.exists(path) ? try versus.read(path) : nil
      #expect(index == 0 ? page == nil : page?.contains("<title>What changed in \(other) ") == true)
    }
    let changes = try versus.read("out/changes/index.html")
    #expect(weeks.allSatisfy { changes.contains($0) })
  }
}
