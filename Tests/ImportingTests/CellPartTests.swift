import Content
import Diagnosing
import FoundationEssentials
import Reading
import TestSites
import Testing

@testable import Importing

/// Columns that fill parts of a cell, and rows that are chosen.
struct CellPartTests {
  /// Imports a table over a report; returns the text of the first report, and what is wrong.
  private func run(
    _ table: String, _ mapping: String, over report: String? = nil
  ) throws -> (text: String?, plan: ImportPlan?, mistakes: [String]) {
    let site = try TestSite(withoutReports: true)
    if let report { try site.write(report, to: "content/reports/2026-W14/pad.md") }
    var log = Diagnostics()
    let folder = try ContentFolder(site.folder.path())
    let category = try #require(try ContentReader(folder: folder).category("apps", into: &log))
    let read = try #require(
      Table.read(SourceFile(path: "t.csv", text: table), TableForm(), into: &log))
    let file = SourceFile(path: "m.yaml", text: mapping)
    let reader = MappingReader(category: category, table: read)
    let reports = reader.read(file, into: &log).flatMap {
      TableImport(read, $0, category).reports(of: Week("2026-W14"), into: &log)
    }
    let plan = try reports.flatMap { try ImportPlan($0, of: category, in: folder, into: &log) }
    let mistakes = log.sorted.map {
      "\($0.span.file.path):\($0.span.startPosition.line):\($0.span.startPosition.column) "
        + $0.rule.id
    }
    return (plan?.entries.first?.text, plan, mistakes)
  }

  @Test func partsOfValues() throws {
    let (text, _, mistakes) = try run(
      "name,stars,votes,cost,code,done,all\nPad,4.3,\"1,204\",5,USD,3,4\n",
      """
      vendor: name
      thousands: ','
      columns:
        stars: { criterion: features.rating.value, cell: { max: 5 } }
        votes: features.rating.count
        cost: features.price
        code: features.price.currency
        done: features.share.met
        all: features.share.of
      """)
    #expect(mistakes == [])
    #expect(
      text?.contains("  rating: { value: 4.3, max: 5, count: 1204 }\n") == true, "\(text ?? "")")
    #expect(text?.contains("  price: { amount: 5, currency: USD }\n") == true)
    #expect(text?.contains("  share: { of: 4, met: 3 }\n") == true)
  }

  /// A word such as `free` has no currency, and a value without a number has no parts.
  @Test func wordsStandAlone() throws {
    let (text, _, mistakes) = try run(
      "name,cost,code\nPad,free,USD\n",
      "vendor: name\ncolumns: { cost: features.price, code: features.price.currency }\n")
    #expect(mistakes == [])
    #expect(text?.contains("  price: free\n") == true, "\(text ?? "")")
  }

  @Test func whatStandsBesideAValue() throws {
    let (text, _, mistakes) = try run(
      "name,off,source,seen,ease\nPad,yes,https://example.org/a https://example.org/b,3.4.2026,7\n",
      #"""
      vendor: name
      date: D.M.YYYY
      columns:
        off: features.offline
        source: features.offline.evidence
        seen: features.offline.asOf
        ease:
          criterion: scores.ease
          cell: { evidence: [ { url: 'https://example.org/\(name)' } ], confidence: measured }
      """#)
    #expect(mistakes == [])
    #expect(
      text?.contains(
        "  offline: { value: yes, evidence: [ { url: https://example.org/a }, "
          + "{ url: https://example.org/b } ], asOf: 2026-04-03 }\n") == true, "\(text ?? "")")
    #expect(
      text?.contains(
        "  ease: { value: 7, evidence: [ { url: https://example.org/Pad } ], "
          + "confidence: measured }\n") == true)
  }

  /// What stands beside each value is not written where there is none.
  @Test func nothingStandsBesideNothing() throws {
    let (text, _, mistakes) = try run(
      "name,ease,bugs\nPad,,3\n",
      "vendor: name\ncolumns: { ease: { criterion: scores.ease, cell: { confidence: measured } }, "
        + "bugs: scores.bugs }\n")
    #expect(mistakes == [])
    #expect(text?.contains("ease") == false && text?.contains("  bugs: 3\n") == true)
  }

  private static let mapping = """
    vendor: name
    columns:
      ease: scores.ease
      source: scores.ease.evidence
    """

  /// A cell keeps what the row does not mention, however it is written.
  @Test(arguments: [
    ("{ ease: 7 }", "{ ease: { value: 8, evidence: [ { url: https://example.org/a } ] } }"),
    (
      "{ ease: { value: 7, note: N } }",
      "{ ease: { value: 8, note: N, evidence: [ { url: https://example.org/a } ] } }"
    ),
    (
      "\n  ease:\n    note: N # why\n    value: 7",
      "\n  ease:\n    note: N # why\n    value: 8\n"
        + "    evidence: [ { url: https://example.org/a } ]"
    ),
    (
      "{ bugs: 1 }", "{ bugs: 1, ease: { value: 8, evidence: [ { url: https://example.org/a } ] } }"
    ),
  ])
  func mergedCells(_ old: String, _ new: String) throws {
    let report = { (scores: String) in "---\nname: Pad\ncategory: apps\nscores: \(scores)\n---\n" }
    let table = "name,ease,source\nPad,8,https://example.org/a\n"
    let (text, plan, mistakes) = try run(table, Self.mapping, over: report(old))
    #expect(mistakes == [])
    #expect(text == report(new))
    #expect(
      plan?.entries.first?.changes.map(\.criterion) == ["scores.ease", "scores.ease.evidence"]
        || old.contains("bugs"))
    // The next import finds nothing to do.
    let again = try run(table, Self.mapping, over: report(new))
    #expect(again.plan?.entries.first?.state == .unchanged)
  }

  @Test func anEmptyPartChangesNothing() throws {
    let report = "---\nname: Pad\ncategory: apps\nscores: { ease: { value: 7, note: N } }\n---\n"
    let (_, plan, _) = try run("name,ease,source\nPad,7.0,\n", Self.mapping, over: report)
    #expect(plan?.entries.first?.state == .unchanged)
  }

  @Test func rowsAreChosen() throws {
    let table = "name,state,kind\nPad,on,a\nQuill,off,a\nInk,on,b\nPen,,a\n"
    let names = { (filter: String) -> [String] in
      try run(table, "vendor: name\nignore: [state, kind]\ncolumns: {}\n\(filter)\n").plan?.entries
        .map(\.report.slug.text) ?? []
    }
    #expect(try names("only: { state: [on] }") == ["ink", "pad"])
    #expect(try names("only: { state: [on] }\nexcept: { kind: [b] }") == ["pad"])
    #expect(try names("except: { state: [on, ''] }") == ["quill"])
    #expect(try names("") == ["ink", "pad", "pen", "quill"])
  }

  @Test func mistakes() throws {
    let (_, _, mistakes) = try run(
      "name,a,b,c,d\nPad,1,x,not an address,maybe\n",
      """
      vendor: name
      only: { e: [x] }
      columns:
        a: scores.ease.max
        b: features.rating.votes
        c: { criterion: scores.ease.evidence, cell: { value: 1 } }
        d: { criterion: tier, cell: { note: x } }
      """)
    #expect(
      mistakes == [
        "m.yaml:2:9 dangling-reference", "m.yaml:4:6 unknown-key", "m.yaml:5:6 unknown-key",
        "m.yaml:6:49 unknown-key", "m.yaml:7:31 wrong-type",
      ])
    let values = try run(
      "name,c,d\nPad,not-an-address,maybe\n",
      "vendor: name\ncolumns: { c: scores.ease.evidence, d: scores.ease.confidence }\n")
    #expect(values.mistakes == ["t.csv:2:5 invalid-url", "t.csv:2:20 unknown-value"])
  }
}
