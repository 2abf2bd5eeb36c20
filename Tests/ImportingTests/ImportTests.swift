import Content
import Diagnosing
import Foundation
import Importing
import Reading
import TestSites
import Testing

struct ImportTests {
  private let site: TestSite
  private let category: Content.Category

  init() throws {
    site = try TestSite()
    var log = Diagnostics()
    let reader = ContentReader(folder: try ContentFolder(site.folder.path()))
    category = try #require(try reader.category("apps", into: &log))
  }

  /// Returns the reports of a table, or the mistakes in it with their places.
  private func run(
    _ text: String, mapping: String? = nil, path: String = "t.csv", week: String? = "2026-W14"
  ) throws -> (reports: [ImportedReport], mistakes: String) {
    var log = Diagnostics()
    let file = SourceFile(path: path, text: text)
    let table = try #require(
      Table.read(file, TableForm(), into: &log), "\(log.sorted)")
    let reader = MappingReader(category: category, table: table)
    let mapping =
      mapping.map { reader.read(SourceFile(path: "m.yaml", text: $0), into: &log) }
      ?? Mapping(naming: category, table, into: &log)
    let reports = mapping.flatMap {
      TableImport(table, $0, category).reports(of: week.flatMap { Week($0) }, into: &log)
    }
    let mistakes = log.sorted.map {
      "\($0.span.file.path):\($0.span.startPosition.line):\($0.span.startPosition.column) "
        + "\($0.rule.id)\n"
    }
    return (reports ?? [], mistakes.joined())
  }

  private func report(_ imported: ImportedReport) throws -> Report? {
    var log = Diagnostics()
    let report = ReportReader(
      file: SourceFile(path: imported.path, text: imported.text), slug: imported.slug,
      week: imported.week, categories: [category], areCategoriesComplete: true
    ).read(into: &log)
    #expect(log.isEmpty, "\(imported.text)\n\(log.sorted.map(\.message))")
    return report
  }

  @Test func columnsAreCalledLikeTheCriteria() throws {
    let (reports, mistakes) = try run(
      """
      name,scores.ease,bugs,Speed,tier,website,updated
      Gamma Ray,7,3,200 ms,gold,https://example.org,2026-04-01
      Delta,,0,,,,
      """)
    #expect(mistakes == "")
    #expect(reports.map(\.slug.text) == ["delta", "gamma-ray"])
    #expect(reports.last?.path == "content/reports/2026-W14/gamma-ray.md")
    #expect(
      reports.last?.text == """
        ---
        name: "Gamma Ray"
        category: apps
        updated: 2026-04-01
        website: https://example.org
        tier: gold
        scores:
          ease: 7
          bugs: 3
          speed: 200 ms
        ---

        """)
    for report in reports { _ = try self.report(report) }
  }

  @Test func aMappingSaysWhatColumnsAre() throws {
    let (reports, mistakes) = try run(
      "App,W,Works alone,Cost,Gone\nGamma,2026-W13,Y,n/a,\n"
        + "Gamma,2026-W14,?,4,\nGamma,2026-W15,-,-,x\n",
      mapping: #"""
        vendor: App
        week: W
        missing: [ n/a, "-" ]
        columns:
          Works alone: { criterion: features.offline, values: { Y: yes, "?": unknown } }
          Cost: { criterion: features.price, note: "Ask: them" }
        retired: { column: Gone, value: x, body: It ended in \(W). }
        report:
          sources: [ { id: table, url: 'https://example.org/\(App)' } ]
          pros: [ 'Made of \( App )' ]
        body: \(App) of \(W)
        """#, week: nil)
    #expect(mistakes == "")
    #expect(reports.map(\.week.text) == ["2026-W13", "2026-W14", "2026-W15"])
    #expect(
      reports.first?.text == """
        ---
        name: "Gamma"
        category: apps
        features:
          offline: yes
          price: { value: null, note: "Ask: them" }
        sources:
          - { id: table, url: https://example.org/Gamma }
        pros:
          - Made of Gamma
        ---

        Gamma of 2026-W13

        """)
    #expect(reports.last?.text.contains("retired: true\n---\n\nIt ended in 2026-W15.\n") == true)
    for report in reports { _ = try self.report(report) }
  }

  /// If the table has a column of weeks, `--week` selects the rows of one week.
  @Test func aWeekTakesItsRows() throws {
    let table = "vendor,week,bugs\ngamma,2026-W13,1\ngamma,2026-W14,2\n"
    #expect(try run(table).reports.map(\.week.text) == ["2026-W14"])
    #expect(try run(table, week: nil).reports.map(\.week.text) == ["2026-W13", "2026-W14"])
  }

  /// All mistakes are reported, by line and column of the table.
  @Test func mistakesOfRows() throws {
    let (reports, mistakes) = try run(
      """
      vendor,week,ease,offline,price,website
      gamma,2026-W14,11,yes,4,https://example.org
      delta,2025-W53,x,maybe,cheap,"javascript:x"
      gamma,2026-W14,1,,,
      ***,2026-W14,1,,,
      ,2026-W14,1,,,
      Gamma,2026-W15,1,,,
      epsilon,,1,,,
      """, week: nil)
    #expect(reports.isEmpty)
    #expect(
      mistakes == """
        t.csv:2:16 value-range
        t.csv:3:7 invalid-week
        t.csv:4:1 same-vendor
        t.csv:5:1 invalid-value
        t.csv:6:1 missing-key
        t.csv:7:1 shared-slug
        t.csv:8:1 missing-key

        """)
  }

  @Test func mistakesOfMappings() throws {
    let (_, mistakes) = try run(
      "a,b,c,d\nx,1,2,3\n",
      mapping: #"""
        vendor: aa
        name: a
        wek: b
        columns:
          b: scores.eas
          c: { criterion: features.offline, values: { Y: maybe }, mising: [ x ] }
          d: features.offline
          e: scores.ease
        retired: { column: z }
        report: { name: x, featurs: 1, summary: \(q) }
        body: \(open
        """#)
    #expect(
      mistakes == """
        m.yaml:1:9 dangling-reference
        m.yaml:3:1 unknown-key
        m.yaml:5:6 dangling-reference
        m.yaml:6:50 unknown-value
        m.yaml:6:59 unknown-key
        m.yaml:7:3 same-target
        m.yaml:8:3 dangling-reference
        m.yaml:9:10 missing-key
        m.yaml:9:20 dangling-reference
        m.yaml:10:11 unknown-key
        m.yaml:10:20 unknown-key
        m.yaml:10:41 dangling-reference
        m.yaml:11:7 invalid-value

        """)
  }

  @Test func aForgottenColumnIsAWarning() throws {
    let (reports, mistakes) = try run(
      "a,b,c\nx,1,2\n", mapping: "vendor: a\ncolumns: { b: scores.ease }\n")
    #expect(reports.count == 1)
    #expect(mistakes == "t.csv:1:5 unused-column\n")
    #expect(try run("vendor,eas\nx,1\n").mistakes == "t.csv:1:8 dangling-reference\n")
  }

  /// Control characters are reported at their place, as in a report.
  @Test(arguments: ["\u{1}", "\u{85}"])
  func controlCharactersAreRefused(_ text: String) {
    var log = Diagnostics()
    let file = SourceFile(path: "t.csv", text: "vendor,name\nx,a\(text)\n")
    #expect(Table.read(file, TableForm(), into: &log) == nil)
    #expect(log.sorted.map(\.rule.id) == ["control-character"])
    #expect(log.sorted.first?.span.startPosition.column == 4)
  }

  /// Y-01: whatever a table contains becomes a value of its report, and reading the report gives an
  /// equal value.
  @Test(arguments: [
    "plain", "a: b", "#x", "- x", "[x]", "{ x }", "'", "\"", "\\", "null", "~", "yes", "x #y", "&a",
    "*a", "!t", "%", "@", "`", "| x", "> x", "---", "...", "a\nb", "a\n---\nb", "\ttab", "é", "日本",
    "😀", "\u{c}", "\u{a0}", "\u{2028}", "\u{feff}", "<script>", " padded ", "key:", "? x", "",
  ])
  func whatIsImportedIsReadBack(_ text: String) throws {
    let quoted = "\"" + text.replacing("\"", with: "\"\"") + "\""
    let (reports, mistakes) = try run("vendor,name,summary\nx,\(quoted),\(quoted)\n")
    #expect(mistakes == "")
    let report = try report(try #require(reports.first))
    #expect(report?.name == (text.allSatisfy(\.isWhitespace) ? "x" : text))
    #expect(report?.summary == (text.isEmpty ? nil : text))
  }
}
