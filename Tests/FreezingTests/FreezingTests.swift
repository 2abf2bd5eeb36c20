import Content
import Diagnosing
import Foundation
import Freezing
import Hashing
import Reading
import Rendering
import TestSites
import Testing

/// The contents of a week's snapshot, and what a later check compares with them.
struct FreezingTests {
  private static let week = "2026-W14"

  private func site() throws -> TestSite {
    let site = try TestSite()
    for slug in ["carry", "draft"] {
      try site.write(
        "---\nname: \(slug)\n\(slug == "draft" ? "draft: yes\n" : "")scores: { ease: 5 }\n---\n",
        to: "content/reports/2026-W13/\(slug).md")
    }
    try site.write("---\nname: Alpha\n---\n", to: "content/reports/2026-W13/alpha.md")
    return site
  }

  private func freeze(_ site: TestSite, jobs: Int = 2) throws -> Snapshot {
    try Snapshot(
      of: site.renderer(week: Self.week), folder: ContentFolder(site.folder.path()),
      version: "1", jobs: jobs)
  }

  private func append(_ text: String, to path: String, of site: TestSite) throws {
    try site.write(try site.read(text: path) + text, to: path)
  }

  /// Reports in force are listed one by one, replaced reports by week. A draft, the corrections
  /// log, later weeks and other snapshots are not inputs.
  @Test func inputsAreWhatTheWeekIsMadeFrom() throws {
    let site = try site()
    try site.write("---\nname: New\n---\n", to: "content/reports/2026-W15/new.md")
    try site.write(
      "- { date: 2026-05-01, page: alpha, wrong: a, right: b }\n", to: "content/corrections.yaml")
    #expect(
      try freeze(site).inputs.map(\.path) == [
        "content/categories/apps.yaml", "content/reports/2026-W13/*",
        "content/reports/2026-W13/carry.md", "content/reports/2026-W14/alpha.md",
        "content/reports/2026-W14/beta.md", "content/site.yaml",
      ])
  }

  /// Every hash can be checked with `sha256sum`.
  @Test func hashesAreThoseOfTheFiles() throws {
    let site = try site()
    let (snapshot, renderer) = (try freeze(site), try site.renderer(week: Self.week))
    let hashes = Dictionary(
      uniqueKeysWithValues: (snapshot.inputs + snapshot.pages).map { ($0.path, $0.hash) })
    for path in ["content/site.yaml", "content/reports/2026-W14/beta.md"] {
      #expect(hashes[path] == SHA256.digest(of: Array(try site.read(text: path).utf8)))
    }
    func hash(at path: String) throws -> String {
      SHA256.digest(of: Array(try #require(renderer.text(at: path)).utf8))
    }
    #expect(try hashes["vendors/alpha/index.html"] == hash(at: "/vendors/alpha/"))
    let lines = try ["beta", "carry"].map {
      "\(try hash(at: "/compare/alpha-vs-\($0)/"))  compare/alpha-vs-\($0)/index.html\n"
    }
    #expect(
      hashes["compare/alpha-vs-*/index.html"] == SHA256.digest(of: Array(lines.joined().utf8)))
    let old = try site.read(text: "content/reports/2026-W13/alpha.md")
    let line = "\(SHA256.digest(of: Array(old.utf8)))  content/reports/2026-W13/alpha.md\n"
    #expect(hashes["content/reports/2026-W13/*"] == SHA256.digest(of: Array(line.utf8)))
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    let site = try site()
    #expect(try freeze(site, jobs: 1) == freeze(site, jobs: 5))
  }

  /// Reading a snapshot's text gives the same snapshot.
  @Test func textIsReadBack() throws {
    let site = try site()
    let snapshot = try freeze(site)
    try site.write(snapshot.text, to: Snapshot.path(of: snapshot.week))
    let library = try #require(try site.read().library)
    #expect(library.snapshots.map(\.value) == [snapshot])
    #expect(try freeze(site) == snapshot)
  }

  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let path: String
    /// The entry in the corrections log.
    var correction: String?
    /// Whether the entry was there when the week was frozen.
    var isEarly = false
    var expected: [String] = []
  }

  private static let edits = [
    Edit(
      testDescription: "unexplained", path: "2026-W14/beta.md",
      expected: [
        "'content/reports/2026-W14/beta.md' was edited after 2026-W14 was frozen; say why in "
          + "content/corrections.yaml"
      ]),
    Edit(testDescription: "explained", path: "2026-W14/beta.md", correction: "page: beta"),
    Edit(
      testDescription: "explained by week", path: "2026-W14/beta.md",
      correction: "page: beta, week: 2026-W14"),
    Edit(
      testDescription: "explained for another week", path: "2026-W14/beta.md",
      correction: "page: beta, week: 2026-W13",
      expected: [
        "'content/reports/2026-W14/beta.md' was edited after 2026-W14 was frozen; say why in "
          + "content/corrections.yaml"
      ]),
    Edit(
      testDescription: "a replaced report", path: "2026-W13/alpha.md",
      expected: [
        "'content/reports/2026-W13/*' was edited after 2026-W14 was frozen; say why in "
          + "content/corrections.yaml"
      ]),
    Edit(
      testDescription: "a replaced report, explained", path: "2026-W13/alpha.md",
      correction: "page: alpha"),
    Edit(
      testDescription: "explained before it was frozen", path: "2026-W14/beta.md",
      correction: "page: beta", isEarly: true,
      expected: [
        "'content/reports/2026-W14/beta.md' was edited after 2026-W14 was frozen; say why in "
          + "a new entry of content/corrections.yaml"
      ]),
    Edit(testDescription: "a draft", path: "2026-W13/draft.md"),
  ]

  @Test(arguments: edits)
  func editsOfAFrozenWeekAreErrors(edit: Edit) throws {
    let site = try site()
    let correct = {
      guard let correction = edit.correction else { return }
      try site.write(
        "- { date: 2026-05-01, wrong: a, right: b, \(correction) }\n",
        to: "content/corrections.yaml")
    }
    if edit.isEarly { try correct() }
    let known = try #require(try site.read().library).corrections
    let snapshot = try Snapshot(
      of: site.renderer(week: Self.week), folder: ContentFolder(site.folder.path()),
      version: "1", corrections: known, jobs: 2)
    try site.write(snapshot.text, to: Snapshot.path(of: snapshot.week))
    try append("\nMore.\n", to: "content/reports/\(edit.path)", of: site)
    if !edit.isEarly { try correct() }
    var diagnostics = Diagnostics()
    FrozenReports(try #require(try site.read().library)).check(into: &diagnostics)
    #expect(diagnostics.sorted.map(\.message) == edit.expected)
  }
}
