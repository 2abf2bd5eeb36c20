import Diagnosing
import Markup
import Testing

@testable import Importing

/// Tables of Markdown files, as cmark-gfm reads them.
struct MarkdownTableTests {
  private func read(
    _ text: String, number: Int = 1
  ) -> (table: Table?, mistakes: [String]) {
    var log = Diagnostics()
    var form = TableForm()
    form.number = number
    let table = Table.read(SourceFile(path: "README.md", text: text), form, into: &log)
    return (
      table,
      log.sorted.map {
        "\($0.span.startPosition.line):\($0.span.startPosition.column) \($0.message)"
      }
    )
  }

  private static let readme = #"""
    # Editors

    Text with a | bar.

    | Editor | Price | Offline | Notes |
    |:-------|------:|---------|-------|
    | [Pad](https://example.org/pad) | 4,50 € | ✅ | **fast**, `a\|b` |
    | Quill | free |  | none<br>at all |

    | Other |
    |-------|
    | x |
    """#

  @Test func cellsAreWhatReadersSee() throws {
    let (found, mistakes) = read(Self.readme)
    let table = try #require(found, "\(mistakes)")
    #expect(table.columns.map(\.value) == ["Editor", "Price", "Offline", "Notes"])
    #expect(table.others == ["Editor link"])
    let texts = table.rows.map { row in table.columns.map { row.values[$0.value]?.text } }
    #expect(
      texts == [
        ["Pad", "4,50 €", "✅", "fast, a|b"], ["Quill", "free", "", "none at all"],
      ])
    #expect(table.rows.first?.values["Editor link"]?.text == "https://example.org/pad")
    #expect(table.rows.first?.markup["Notes"]?.text == "**fast**, `a|b`")
    #expect(table.rows.last?.markup["Price"] == nil)
  }

  @Test func valuesKnowTheirPlaces() throws {
    let table = try #require(read(Self.readme).table)
    for (row, line) in zip(table.rows, [7, 8]) {
      for (column, text) in [("Price", ["4,50 €", "free"]), ("Offline", ["✅", ""])] {
        let span = try #require(row.values[column]?.span)
        #expect(span.startPosition.line == line)
        #expect(span.text == text[line - 7])
      }
    }
    #expect(table.columns.map(\.span.text) == ["Editor", "Price", "Offline", "Notes"])
  }

  @Test func anyTableCanBeTaken() throws {
    #expect(read(Self.readme, number: 2).table?.columns.map(\.value) == ["Other"])
    #expect(read(Self.readme, number: 3).mistakes == ["1:1 the file has no table number 3"])
    #expect(read("no table").mistakes == ["1:1 the file has no table number 1"])
  }

  /// A row with too few cells lacks the rest, and what is beyond the header is dropped by
  /// cmark-gfm. Rows need no bars at their ends.
  @Test func rowsOfOtherWidths() throws {
    let table = try #require(read("a | b\n--|--\n1\n1 | 2 | 3\n").table)
    #expect(table.rows.map { $0.values["a"]?.text } == ["1", "1"])
    #expect(table.rows.map { $0.values["b"]?.text } == ["", "2"])
  }

  @Test(arguments: ["> ", "  "]) func tablesInsideOtherBlocks(_ prefix: String) throws {
    let text = ["| a |", "|---|", "| 1 |"].map { prefix + $0 + "\n" }.joined()
    let table = try #require(read(text).table)
    #expect(table.rows.map { $0.values["a"]?.text } == ["1"])
    #expect(table.rows.first?.values["a"]?.span.startPosition.line == 3)
  }

  @Test func lineEndsOfAllSystems() throws {
    for end in ["\n", "\r\n", "\r"] {
      let table = try #require(read("\u{feff}|a|\(end)|-|\(end)|1|\(end)|2|").table)
      #expect(
        table.rows.map { $0.values["a"]?.span.text } == ["1", "2"], "\(end.debugDescription)")
    }
  }

  @Test func mistakesOfHeaders() {
    #expect(
      read("| a | a |\n|--|--|\n").mistakes == ["1:7 the key 'a' is already given"])
    #expect(read("| a | |\n|--|--|\n").mistakes.first?.contains("'ignore'") == true)
  }

  /// What comes from standard input is told by how it begins.
  @Test(arguments: [
    ("PK\u{3}\u{4}", TableKind.workbook), ("[{}]", .json), ("{", .json), ("- a: 1\n", .yaml),
    ("\u{feff}a\tb\n1\t2", .tabbed), ("a,b\n1,2", .values), ("", .values), ("-1,2\n", .values),
    ("# T\n\n|a|\n|-|\n", .markdown), ("a;b\n-;-\n", .values),
  ])
  func kindsOfStandardInput(_ text: String, _ kind: TableKind) {
    #expect(TableKind(SourceFile(path: "-", text: text)) == kind)
  }

  @Test(arguments: [
    ("a.csv", TableKind.values), ("A.TSV", .tabbed), ("a/b.md", .markdown), ("a.XLSX", .workbook),
    ("a.ods", .workbook), ("a.yml", .yaml), ("a.json", .json), ("data", .values),
    ("folder.md/data", .values), ("md", .values),
  ])
  func kindsOfFiles(_ path: String, _ kind: TableKind) {
    #expect(TableKind(SourceFile(path: path, text: "[")) == kind)
  }
}
