import Content
import Diagnosing
import Foundation
import Reading
import TestSites
import Testing

@testable import Importing

/// Tables as people write them.
struct ValueFormTests {
  /// Returns the cells of the first report, or the mistakes in the table.
  private func run(
    _ table: [UInt8], mapping: String?
  ) throws -> (text: String?, messages: [String]) {
    let site = try TestSite()
    var log = Diagnostics()
    let reader = ContentReader(folder: try ContentFolder(site.folder.path()))
    let category = try #require(try reader.category("apps", into: &log))
    let mappingFile = mapping.map { SourceFile(path: "m.yaml", text: $0) }
    let form = mappingFile.map { MappingReader.form($0, into: &log) } ?? TableForm()
    guard
      let table = Table.read(SourceFile(path: "t.csv", bytes: table), form, into: &log),
      let mapping = mappingFile.map({
        MappingReader(category: category, table: table).read($0, into: &log)
      }) ?? Mapping(naming: category, table, into: &log)
    else { return (nil, log.sorted.map(\.message)) }
    let reports = TableImport(table, mapping, category).reports(of: Week("2026-W14"), into: &log)
    return (reports?.first?.text, log.sorted.map(\.message))
  }

  private func run(_ table: String, mapping: String?) throws -> (text: String?, messages: [String])
  {
    try run(Array(table.utf8), mapping: mapping)
  }

  /// Criterion, settings, the text in the table, the text in the report.
  @Test(arguments: [
    ("scores.ease", "decimal: ','", "7,5", "7.5"),
    ("scores.bugs", "thousands: '.'", "1.204", "1204"),
    ("scores.bugs", "thousands: \"'\"", "1'204", "1204"),
    ("features.share", "unit: '%'", "50 %", "50"),
    ("features.share", "unit: '%', decimal: ','", "50,5%", "50.5"),
    ("features.price", "currency: EUR", "€4.99", "4.99"),
    ("features.price", "currency: EUR", "4.99 EUR", "4.99"),
    ("features.price", "currency: USD", "$4.99", "{ amount: 4.99, currency: USD }"),
    // A table may have amounts in several currencies.
    ("features.price", "currency: EUR", "$4.99", "{ amount: 4.99, currency: USD }"),
    ("features.price", "currency: USD, decimal: ','", "4,99 €", "4.99"),
    ("features.price", "currency: EUR", "4.99 GBP", "{ amount: 4.99, currency: GBP }"),
    ("scores.bugs", "unit: k, factor: 1000", "3.5 k", "3500"),
    ("features.share", "factor: 100", "0.29", "29"),
    ("features.since", "date: DD.MM.YYYY", "14.10.2025", "2025-10-14"),
    ("features.since", "date: M/D/YYYY", "4/3/2025", "2025-04-03"),
    ("scores.speed", "decimal: ','", "1,5 s", "1.5 s"),
    ("features.price", "decimal: ',', values: { gratis: free }", "gratis", "free"),
  ])
  func forms(_ criterion: String, _ settings: String, _ text: String, _ value: String) throws {
    for isOfTable in [false, true] {
      let isShared =
        !settings.contains("unit") && !settings.contains("values")
        && !settings.contains("currency") && !settings.contains("factor")
      if isOfTable, !isShared { continue }
      let own = isOfTable ? "" : ", \(settings)"
      let shared = isOfTable ? settings.replacing(", ", with: "\n") + "\n" : ""
      let (report, messages) = try run(
        "name;x\nPad;\(text)\n",
        mapping: "vendor: name\nseparator: ';'\n\(shared)"
          + "columns: { x: { criterion: \(criterion)\(own) } }\n")
      #expect(messages == [])
      let id = criterion.split(separator: ".")[1]
      #expect(report?.contains("  \(id): \(value)\n") == true, "\(report ?? "")")
    }
  }

  /// The message names the missing key.
  @Test(arguments: [
    ("ease", "7,5", "decimal"), ("bugs", "1.204", "thousands"), ("bugs", "1 204", "thousands"),
    ("share", "50%", "unit"), ("price", "$4.99", "currency"), ("ease", "3.5 GB", "unit"),
    ("since", "14.10.2025", "date"), ("speed", "1,5 s", "decimal"),
  ])
  func keysAreNamed(_ criterion: String, _ text: String, _ key: String) throws {
    let (_, messages) = try run("name,\(criterion)\nPad,\"\(text)\"\n", mapping: nil)
    #expect(messages.count == 1)
    #expect(messages.first?.contains("the mapping's key '\(key)'") == true, "\(messages)")
  }

  /// Capitals make no difference, but a column that is called exactly so comes first.
  @Test func capitalsOfColumns() throws {
    let (text, messages) = try run("Name,NAME,Ease,Scores.BUGS\nPad,x,7,3\n", mapping: nil)
    #expect(messages.count == 1 && messages.first?.contains("'NAME'") == true, "\(messages)")
    #expect(text == nil)
    let found = try run("Name,name,Ease,Scores.BUGS\nx,Pad,7,3\n", mapping: nil)
    #expect(found.messages.count == 1 && found.messages.first?.contains("'Name'") == true)
    let (report, none) = try run(
      "NAME,Ease,Scores.BUGS,Website\nPad,7,3,https://a.org/\n", mapping: nil)
    #expect(none == [] && report?.contains("name: \"Pad\"") == true)
    #expect(report?.contains("ease: 7") == true && report?.contains("bugs: 3") == true)
  }

  @Test func aTableWithoutVendors() throws {
    let (_, messages) = try run("foo,ease\n1,2\n", mapping: nil)
    #expect(
      messages.contains { $0.hasPrefix("no column is called 'vendor' or 'name'; 'versus import") })
    #expect(messages.contains { $0.hasPrefix("the column 'foo' has the name of no criterion") })
  }

  /// Beside a decimal comma, a point is no decimal sign.
  @Test func pointsBesideCommas() throws {
    for column in ["bugs", "ease", "price"] {
      let (_, messages) = try run(
        "name;x\nPad;1.204\n",
        mapping: "vendor: name\nseparator: ';'\ndecimal: ','\n"
          + "columns: { x: \(column == "price" ? "features" : "scores").\(column) }\n")
      #expect(messages.count == 1 && messages.first?.contains("'thousands'") == true, "\(messages)")
    }
  }

  /// What separates thousands is no decimal sign that may be left out.
  @Test(arguments: [
    ("1,5", "thousands: ','"), ("8,50", "thousands: ','"), ("1.5", "thousands: '.', decimal: ','"),
    ("1,2,3.50", "thousands: ','"), ("1.000,000", "thousands: ','"), (",500", "thousands: ','"),
    ("1000,000", "thousands: ','"),
  ])
  func groupsHaveThreeDigits(_ text: String, _ form: String) throws {
    let (report, messages) = try run(
      "name;x\nPad;\"\(text)\"\n",
      mapping: "vendor: name\nseparator: ';'\n"
        + "columns: { x: { criterion: features.price, \(form) } }\n")
    #expect(report == nil)
    #expect(messages.count == 1 && messages.first?.contains("'decimal'") == true, "\(messages)")
  }

  /// India groups by two digits, but for the last group.
  @Test(arguments: [("12,34,567", "1234567"), ("1,204.50", "1204.50"), ("204", "204")])
  func groupsThatAreRight(_ text: String, _ value: String) throws {
    let (report, messages) = try run(
      "name;x\nPad;\"\(text)\"\n",
      mapping: "vendor: name\nseparator: ';'\n"
        + "columns: { x: { criterion: features.price, thousands: ',' } }\n")
    #expect(messages == [] && report?.contains("price: \(value)\n") == true, "\(messages)")
  }

  @Test func bannersNamelessColumnsAndEncodings() throws {
    let mapping = """
      vendor: Name
      encoding: cp1252
      separator: ';'
      skip: 3
      ignore: [ '', Notes ]
      columns: { Fehler: scores.bugs }
      """
    let table = "Bericht\n\"a;b\n;;;\n;Name;Fehler;Notes\n1;Société;3;x\n"
    let bytes = try #require(table.data(using: .windowsCP1252))
    let (report, messages) = try run(Array(bytes), mapping: mapping)
    #expect(messages == [])
    #expect(report?.contains("name: \"Société\"") == true && report?.contains("bugs: 3") == true)
  }

  @Test(arguments: [
    (",name\n1,Pad\n", "'ignore'"), ("Report\nname,bugs\nPad,3\n", "'skip'"),
    ("name;bugs\nPad;3,5\n", "'separator'"), ("name,bugs\nSoci\u{0}t,3\n", "'encoding'"),
  ])
  func keysOfTheFileAreNamed(_ table: String, _ key: String) throws {
    // A byte that is not valid UTF-8.
    let bytes = table.utf8.map { $0 == 0 ? 0xe9 : $0 }
    let (_, messages) = try run(bytes, mapping: nil)
    #expect(
      messages.contains { $0.contains("the mapping's key \(key)") || $0.contains("key \(key)") },
      "\(messages)")
  }

  @Test(arguments: [
    ("encoding: klingon", "encoding"), ("date: DD.MM.YY", "date"), ("skip: -1", "skip"),
    ("factor: many", "factor"),
  ])
  func wrongKeys(_ setting: String, _ key: String) throws {
    let column = setting.hasPrefix("factor") ? ", \(setting)" : ""
    let shared = column.isEmpty ? setting + "\n" : ""
    let (_, messages) = try run(
      "name,bugs\nPad,3\n",
      mapping: "vendor: name\n\(shared)columns: { bugs: { criterion: scores.bugs\(column) } }\n")
    #expect(messages.count == 1 && messages.first?.hasPrefix(key) == true, "\(messages)")
  }

  /// A limit on rows keeps memory bounded.
  @Test(arguments: ["t.csv", "t.json", "t.yaml"])
  func rowsAreBounded(path: String) throws {
    for (count, isRead) in [(3, true), (Table.maxRows + 1, false)] {
      let text =
        switch path {
        case "t.csv": "name\n" + String(repeating: "a\n", count: count)
        case "t.json": "[" + String(repeating: "{\"name\":\"a}\"},", count: count) + "{}]"
        default: String(repeating: "- {name: a}\n", count: count)
        }
      var log = Diagnostics()
      let table = Table.read(SourceFile(path: path, text: text), TableForm(), into: &log)
      #expect((table != nil) == isRead)
      #expect(log.sorted.map(\.rule.id) == (isRead ? [] : ["row-count"]))
    }
  }

  @Test func cellsAreBounded() throws {
    let columns = 5_000
    let header = "name" + (1..<columns).map { ",c\($0)" }.joined() + "\n"
    let row = "a" + String(repeating: ",", count: columns - 1) + "\n"
    for (rows, expected) in [
      (Table.maxCells / columns, []),
      (
        Table.maxCells / columns + 1,
        ["the table has more than 1500000 cells; of 5000 columns it may have 300 rows"]
      ),
    ] {
      var log = Diagnostics()
      let text = header + String(repeating: row, count: rows)
      _ = Table.read(SourceFile(path: "t.csv", text: text), TableForm(), into: &log)
      #expect(log.sorted.map { "\($0.message)" } == expected)
    }
  }
}
