import Diagnosing
import Importing
import Markup
import Reading
import Testing

/// RFC 4180, section 2, and the places of mistakes.
struct CSVTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [["1", "2"]]),
    ("a,b\r\n1,2\r\n3,4", [["1", "2"], ["3", "4"]]),
    ("\u{feff}a,b\r1,2\r", [["1", "2"]]),
    ("a,b\n\"1\",\"x,\"\"y\"\"\"\n", [["1", "x,\"y\""]]),
    ("a,b\n\"line\r\nbreak\",\n", [["line\r\nbreak", ""]]),
    ("a,b\n\n\n, \n", [["", " "]]),
    ("\"a\",b\nä,\"ö,ü\"", [["ä", "ö,ü"]]),
    ("a,b\n", []),
  ])
  func rows(_ text: String, _ expected: [[String]]) throws {
    var log = Diagnostics()
    let file = SourceFile(path: "t.csv", text: text)
    let table = try #require(Table.read(file, TableForm(), into: &log))
    #expect(table.columns.map(\.value) == ["a", "b"])
    #expect(
      table.rows.map { [$0.values["a"]?.text ?? "", $0.values["b"]?.text ?? ""] } == expected)
  }

  @Test(arguments: [
    ("", "1:1 the table has no header"),
    ("a,a\n", "1:3 the key 'a' is already given"),
    (
      "a,,b\n",
      "1:3 a column has no name; the mapping's key 'ignore' can leave it out: [ '' ]; if it has "
        + "the names of the vendors, the key is 'vendor': ''"
    ),
    (
      "a,b\n1\n1,2,3\n1,2\n",
      "2:1 the row has 1 values, the header 2; 3:1 the row has 3 values, the header 2"
    ),
    (
      "a,b\n1,2\"\n3,4\n",
      "2:4 a quote can stand only in a value that begins with one; put quotes around the value, "
        + "and double those in it"
    ),
    (
      "a,b\n\"1\"x,2\n3,\"4",
      "2:4 behind a closing quote stands a separator or a line end; "
        + "3:3 the quote that opens here is not closed"
    ),
  ])
  func mistakes(_ text: String, _ expected: String) {
    var log = Diagnostics()
    let file = SourceFile(path: "t.csv", text: text)
    #expect(Table.read(file, TableForm(), into: &log) == nil)
    let found = log.sorted.map {
      "\($0.span.startPosition.line):\($0.span.startPosition.column) \($0.message)"
    }
    #expect(found.joined(separator: "; ") == expected)
  }

  /// Equal rows in CSV, JSON and YAML give equal tables.
  @Test func listsAreTables() throws {
    let texts = [
      "t.csv": "a,b\n1,\n\"x\",yes\n",
      "t.json": "[\n\t{\"a\":1,\"b\":null},\n\t{\"a\": \"x\", \"b\": \"yes\"}\n]\n",
      "t.yaml": "- { a: 1 }\n- a: x\n  b: yes\n",
    ]
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      var log = Diagnostics()
      let table = Table.read(
        SourceFile(path: path, text: text), TableForm(), into: &log)
      let rows = try #require(table?.rows, "\(log.sorted)")
      #expect(table?.columns.map(\.value) == ["a", "b"])
      #expect(rows.map { $0.values["a"]?.text } == ["1", "x"])
      #expect(rows.map { $0.values["b"]?.isNull ?? true } == [true, false])
    }
  }

  /// Escapes of JSON that YAML lacks, and a backslash that begins no escape.
  @Test func escapesOfJSON() throws {
    var log = Diagnostics()
    let text = #"[{ "a\/": "\ud83d\ude00\u00e9\n\"\\ud83d\/" }]"#
    let file = SourceFile(path: "t.json", text: text)
    let table = Table.read(file, TableForm(), into: &log)
    #expect(log.isEmpty, "\(log.sorted.map(\.message))")
    #expect(table?.rows.first?.values["a/"]?.text == "😀é\n\"\\ud83d/")
  }

  @Test(arguments: [
    ("t.json", "{\"a\": 1}", "the table must be a list"), ("t.yaml", "", "the list is empty"),
    ("t.yaml", "- 1", "a row must be a mapping"), ("t.json", "[{\"a\": 1", "did not find"),
  ])
  func wrongLists(_ path: String, _ text: String, _ expected: String) {
    var log = Diagnostics()
    let file = SourceFile(path: path, text: text)
    #expect(Table.read(file, TableForm(), into: &log) == nil)
    #expect(log.sorted.first?.message.contains(expected) == true, "\(log.sorted)")
  }
}
