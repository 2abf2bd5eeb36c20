import Content
import Diagnosing
import Foundation
import Importing
import Reading
import TestSites
import Testing

/// An existing report keeps everything that the table does not mention.
struct MergeTests {
  /// Plans the import of a table into a site with one report; returns the report's new text.
  private func merge(
    _ report: String, _ table: String, mapping: String? = nil
  ) throws -> (entry: ImportPlan.Entry?, rules: [String]) {
    let site = try TestSite()
    try site.write(report, to: "content/reports/2026-W14/pad.md")
    var log = Diagnostics()
    let folder = try ContentFolder(site.folder.path())
    let category = try #require(try ContentReader(folder: folder).category("apps", into: &log))
    let file = SourceFile(path: "t.csv", text: table)
    let rows = try #require(Table.read(file, TableForm(), into: &log))
    let reader = MappingReader(category: category, table: rows)
    let columns = try #require(
      mapping.map { reader.read(SourceFile(path: "m.yaml", text: $0), into: &log) }
        ?? Mapping(naming: category, rows, into: &log))
    let reports = try #require(
      TableImport(rows, columns, category).reports(of: Week("2026-W14"), into: &log))
    let plan = try ImportPlan(reports, of: category, in: folder, into: &log)
    return (plan?.entries.first, log.sorted.map(\.rule.id))
  }

  private static let report = """
    ---
    # Made up.
    name: Pad
    category: apps   # the only one
    scores:
      ease: { value: 7, note: "old", evidence: [{ url: https://example.org/e }] } # checked
      # speed is to come
    pros: [ One, Two ]
    ---

    The text, *as it is*.

    """

  @Test func otherValuesKeysAndTextStay() throws {
    let (entry, rules) = try merge(Self.report, "name,bugs,ease\nPad,3,\n")
    #expect(rules.isEmpty)
    #expect(
      entry?.text
        == Self.report.replacing("# checked\n", with: "# checked\n  bugs: 3\n"))
    #expect(entry?.overwrites == false && entry?.state == .changed)
    #expect(entry?.changes.map(\.criterion) == ["scores.bugs"])
    #expect(entry?.changes.first?.from == nil && entry?.changes.first?.to == .text("3"))
  }

  @Test func aValueChangesAndItsNoteStays() throws {
    let (entry, _) = try merge(Self.report, "name,ease\nPad,8\n")
    #expect(entry?.text == Self.report.replacing("value: 7", with: "value: 8"))
    #expect(entry?.overwrites == true)
    #expect(entry?.changes.map(\.from) == [.text("7")] && entry?.changes.map(\.to) == [.text("8")])
  }

  /// 7 and 7.0 are not a change, and neither is an empty cell of the table.
  @Test(arguments: ["7", "7.0", ""])
  func whatIsTheSameStays(ease: String) throws {
    let (entry, _) = try merge(Self.report, "name,ease\nPad,\(ease)\n")
    #expect(entry?.state == .unchanged && entry?.text == Self.report)
    #expect(entry?.changes.isEmpty == true)
  }

  /// However the front matter is written, only the value in question changes.
  @Test(arguments: [
    ("scores: { ease: 7 }", "scores: { ease: 7, bugs: 3 }"),
    ("scores: { ease: 7 } # }", "scores: { ease: 7, bugs: 3 } # }"),
    ("scores: {}", "scores: { bugs: 3 }"), ("scores:", "scores: { bugs: 3 }"),
    ("scores: ~", "scores: { bugs: 3 }"), ("tier: gold", "tier: gold\nscores:\n  bugs: 3"),
    ("scores:\n  bugs:\n  ease: 7", "scores:\n  bugs: 3\n  ease: 7"),
    (
      "scores:\n    ease: 7   # é\nwebsite: ~",
      "scores:\n    ease: 7   # é\n    bugs: 3\nwebsite: ~"
    ),
    (
      "scores: { ease: { value: 7, # }\n  evidence: [ { url: 'https://e.example/' } ] } }",
      "scores: { ease: { value: 7, # }\n  evidence: [ { url: 'https://e.example/' } ] }, bugs: 3 }"
    ),
    (
      "scores:\n  ease:\n    value: 7\n    note: |\n      Two\n      lines\npros: [ a ]",
      "scores:\n  ease:\n    value: 7\n    note: |\n      Two\n      lines\n  bugs: 3\npros: [ a ]"
    ),
  ])
  func everyStyle(old: String, new: String) throws {
    for end in ["\n", "\r\n"] {
      let file = { (text: String) in
        "---\nname: Pad\ncategory: apps\n\(text)\n---\nText.\n".replacing("\n", with: end)
      }
      let (entry, rules) = try merge(file(old), "name,bugs\nPad,3\n")
      #expect(entry?.text == file(new), "\(rules)")
      #expect(entry?.overwrites == false)
    }
  }

  @Test func textAndKeysOfTheMapping() throws {
    let mapping = """
      vendor: name
      columns: { bugs: scores.bugs }
      report: { website: 'https://example.org/', pros: [ One, Two ] }
      body: New text.
      """
    let (entry, _) = try merge(Self.report, "name,bugs\nPad,3\n", mapping: mapping)
    #expect(entry?.overwrites == true)
    #expect(entry?.changes.map(\.criterion) == ["website", "scores.bugs", "body"])
    #expect(entry?.text.hasSuffix("website: https://example.org/\n---\n\nNew text.\n") == true)
  }

  @Test func anEndIsNotOnlyMore() throws {
    let mapping = "vendor: name\ncolumns: {}\nretired: { column: state, value: dead }"
    let (entry, _) = try merge(Self.report, "name,state\nPad,dead\n", mapping: mapping)
    #expect(entry?.overwrites == true)
    #expect(entry?.text == Self.report.replacing("\n---\n\n", with: "\nretired: true\n---\n\n"))
  }

  /// A value that cannot be written in its place is reported, and nothing is guessed.
  @Test func whatIsWrongIsReported() throws {
    let flow = "---\n{ name: Pad, category: apps }\n---\n"
    #expect(try merge(flow, "name,bugs\nPad,3\n").entry == nil)
    let broken = "---\nname: [\n---\n"
    let (entry, rules) = try merge(broken, "name,bugs\nPad,3\n")
    #expect(entry == nil && rules == ["yaml-syntax"])
  }
}
