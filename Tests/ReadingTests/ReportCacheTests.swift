import Content
import Diagnosing
import Foundation
import TestSeeds
import TestSites
import Testing

@testable import Reading

/// The law: reading with a cache gives the same result as reading without one.
struct ReportCacheTests {
  private static let reports = ["2026-W13/alpha", "2026-W14/alpha", "2026-W14/beta"]
    .map { "content/reports/\($0).md" }
  private static let category = "content/categories/apps.yaml"
  /// A text to find and its replacement; many replacements keep the file's size.
  private static let edits = [
    ("ease: 7", "ease: 4"), ("ease: 4", "ease: 99"), ("ease: 99", "ease: 7"),
    ("[[alpha]]", "[[nobod]]"), ("[[nobod]]", "`[[beta]]`"),
    ("pros: [ One ]", "pros: [ '[[beta]]' ]"),
    ("gold", "iron"), ("iron", "gold"), ("---\n##", "##"), ("\n##", "\n---\n##"),
    ("name: ", "nane: "), ("nane: ", "name: "), ("max: 10", "max: 50"), ("max: 50", "max: 10"),
    ("kind: state", "kind: stat"), ("kind: stat ", "kind: state "), ("name:", "draft: yes\nname:"),
    ("draft: yes\n", ""), ("retired: yes\n", ""), ("name:", "retired: yes\nname:"),
  ]

  private func edit(_ path: String, of site: TestSite, with numbers: inout SplitMix) throws {
    let file = site.folder.appending(path: path)
    if path != Self.category, numbers.below(8) == 0 {
      if FileManager.default.fileExists(atPath: file.path()) {
        try FileManager.default.removeItem(at: file)
      } else {
        let original = TestSite.fixtures.appending(path: "base/content/reports/2026-W14/beta.md")
        try site.write(try Data(contentsOf: original), to: path)
      }
      return
    }
    guard let text = try? site.read(text: path) else { return }
    let fitting = Self.edits.filter { text.contains($0.0) }
    guard let (old, new) = fitting.randomElement(using: &numbers),
      let place = text.range(of: old)
    else { return }
    try site.write(text.replacingCharacters(in: place, with: new), to: path)
  }

  private func read(
    _ site: TestSite, reusing cache: inout ReportCache
  ) throws -> (library: String, diagnostics: [Diagnostic], texts: [[UInt8]]) {
    var diagnostics = Diagnostics()
    let reader = ContentReader(folder: try ContentFolder(site.folder.path()), jobs: 2)
    let library = try reader.read(reusing: &cache, into: &diagnostics)
    let reports = library?.vendors.flatMap(\.reports) ?? []
    return (
      library.map(text) ?? "nil", diagnostics.sorted, reports.map(\.file.bytes)
    )
  }

  /// Returns everything in the reports.
  private func text(_ library: Library) -> String {
    library.vendors.flatMap(\.reports).flatMap { Mirror(reflecting: $0).children }
      .map { "\($0.label ?? ""): \(String(reflecting: $0.value))\n" }.joined()
  }

  @Test(arguments: Seeds.first(12))
  func readingWithWhatIsKnownIsReadingAnew(seed: UInt64) throws {
    var numbers = SplitMix(seed: seed)
    let site = try TestSite()
    var warm = ReportCache()
    var valid = 0
    for _ in 0..<40 {
      let path =
        [Self.category, Self.reports[0], Self.reports[1], Self.reports[2]]
        .randomElement(using: &numbers) ?? Self.category
      try edit(path, of: site, with: &numbers)
      let known = try read(site, reusing: &warm)
      var cold = ReportCache()
      let anew = try read(site, reusing: &cold)
      #expect(known.library == anew.library)
      #expect(known.diagnostics == anew.diagnostics)
      #expect(known.texts == anew.texts)
      if anew.library != "nil" { valid += 1 }
    }
    #expect((1..<40).contains(valid), "both valid and broken sites are met")
  }

  @Test func whatHasNotChangedIsNotReadAgain() throws {
    let site = try TestSite()
    var cache = ReportCache()
    func files() throws -> [SourceFile] {
      var diagnostics = Diagnostics()
      let reader = ContentReader(folder: try ContentFolder(site.folder.path()))
      let library = try #require(try reader.read(reusing: &cache, into: &diagnostics))
      return library.vendors.flatMap(\.reports).map(\.file)
    }
    let first = try files()
    try site.write(
      try site.read(text: Self.reports[2]).replacing("ease: 7", with: "ease: 4"),
      to: Self.reports[2])
    let second = try files()
    #expect(first.count == 2 && second.count == 2)
    #expect(zip(first, second).map { $0 === $1 } == [true, false])
    try site.write(
      try site.read(text: Self.category).replacing("max: 10", with: "max: 50"), to: Self.category)
    #expect(zip(second, try files()).map { $0 === $1 } == [false, false])
  }
}
