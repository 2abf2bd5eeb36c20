import Content
import Diagnosing
import FoundationEssentials
import Importing
import Reading
import TestSites
import Testing

/// The slugs of vendors named in a table.
struct NameTests {
  private func slugs(
    _ names: [String], column: String = "name", mapping: String? = nil
  ) throws -> (slugs: [String], messages: [String]) {
    let site = try TestSite()
    var log = Diagnostics()
    let reader = ContentReader(folder: try ContentFolder(site.folder.path()))
    let category = try #require(try reader.category("apps", into: &log))
    let rows = names.enumerated().map { "\($1),\($0)\n" }.joined()
    let file = SourceFile(path: "t.csv", text: "\(column),bugs\n\(rows)")
    let table = try #require(Table.read(file, TableForm(), into: &log))
    let own = mapping.flatMap {
      MappingReader(category: category, table: table).read(
        SourceFile(path: "m.yaml", text: $0), into: &log)
    }
    let found = try #require(own ?? Mapping(naming: category, table, into: &log))
    let reports = TableImport(table, found, category).reports(of: Week("2026-W14"), into: &log)
    return (reports?.map(\.slug.text) ?? [], log.sorted.map { "\($0.rule.id): \($0.message)" })
  }

  @Test(arguments: [
    ("Société Générale", "societe-generale"), ("Škoda", "skoda"),
    ("S\u{30c}koda", "skoda"), ("München", "munchen"), ("Łódź", "lodz"),
    ("µLauncher", "mulauncher"), ("μTorrent", "mutorrent"), ("Kvæsitso", "kvaesitso"),
    ("Straße 7", "strasse-7"), ("Ørsted", "orsted"), ("İstanbul", "istanbul"),
    ("微信", "wei-xin"), ("o3 (high)", "o3-high"), ("Notepad++", "notepad"), ("AT&T", "at-t"),
    ("R", "r"), ("ﬁle", "file"),
  ])
  func folded(_ name: String, _ slug: String) throws {
    #expect(try slugs([name]).slugs == [slug])
  }

  @Test(arguments: [
    ("A vs B", "'-vs-'"), ("C++", "symbols"), ("C#", "symbols"), ("***", "letters or digits"),
  ])
  func refused(_ name: String, _ reason: String) throws {
    let (slugs, messages) = try slugs([name])
    #expect(slugs.isEmpty && messages.count == 1)
    #expect(messages[0].hasPrefix("invalid-value: name '\(name)'") && messages[0].contains(reason))
    #expect(messages[0].hasSuffix("named by the mapping's key 'slug'"), "\(messages)")
  }

  /// Two Unicode spellings of a name are one vendor with one row.
  @Test func spellingsOfUnicodeAreOneName() throws {
    let (slugs, messages) = try slugs(["Škoda", "S\u{30c}koda"])
    #expect(slugs.isEmpty)
    #expect(messages == ["same-vendor: the table already has a row for 'skoda' in 2026-W14"])
    #expect(try self.slugs(["Škoda", "Skoda"]).messages.contains { $0.hasPrefix("shared-slug: ") })
  }

  @Test func aColumnOfSlugs() throws {
    let names = ["c-plus-plus,C++", "c-sharp,C#"]
    #expect(try slugs(names, column: "slug,name").slugs == ["c-plus-plus", "c-sharp"])
    let mapping = "vendor: name\nslug: id\ncolumns: { bugs: scores.bugs }\n"
    #expect(
      try slugs(names, column: "id,name", mapping: mapping).slugs == ["c-plus-plus", "c-sharp"])
    let wrong = try slugs(["C++,C++"], column: "slug,name").messages
    #expect(wrong.first?.hasPrefix("invalid-value: slug 'C++' is not a slug") == true, "\(wrong)")
  }
}
