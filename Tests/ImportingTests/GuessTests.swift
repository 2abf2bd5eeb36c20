import Content
import Diagnosing
import Foundation
import Reading
import TestSites
import Testing

@testable import Importing

/// What `import --guess` proposes, `import` accepts.
struct GuessTests {
  private let category: Content.Category

  init() throws {
    var log = Diagnostics()
    let site = try TestSite()
    let reader = ContentReader(folder: try ContentFolder(site.folder.path()))
    category = try #require(try reader.category("apps", into: &log))
  }

  /// Returns the proposal, and the first report that it makes.
  private func guess(
    _ bytes: [UInt8], path: String = "t.csv", known: Set<String> = []
  ) throws -> (text: String, report: String) {
    var log = Diagnostics()
    let file = SourceFile(path: path, bytes: bytes)
    let guess = try #require(
      MappingGuess(file, for: category, known: known, into: &log), "\(log.sorted)")
    let mapping = SourceFile(path: "m.yaml", text: guess.text)
    let form = MappingReader.form(mapping, into: &log)
    let table = try #require(Table.read(file, form, into: &log))
    let read = try #require(
      MappingReader(category: category, table: table).read(mapping, into: &log),
      "\(guess.text)\n\(log.sorted)")
    let reports = try #require(
      TableImport(table, read, category).reports(of: Week("2026-W14"), into: &log),
      "\(guess.text)\n\(log.sorted)")
    #expect(log.isEmpty, "\(guess.text)\n\(log.sorted)")
    return (guess.text, reports.first?.text ?? "")
  }

  private func guess(_ text: String, path: String = "t.csv") throws -> (
    text: String, report: String
  ) {
    try guess(Array(text.utf8), path: path)
  }

  @Test func aTableOfEurope() throws {
    let table = """
      Vergleich
      ;;
      Programm;Ease (0–10);Price;Seit;Offline;Bugs;Rang
      Pad;7,5;€4,99;14.10.2025;✅;1.204;1
      Quill;8;€0,50;03.04.2026;❌;2.000;n/a

      """
    let (text, report) = try guess(table)
    #expect(
      text == """
        # A mapping for t.csv (2 rows, 7 columns), proposed by 'versus import --guess'.
        # Read it, correct it, and give it to 'versus import --mapping FILE'.
        vendor: Programm                   # no two rows have the same
        separator: ';'                     # 3 of 5 lines have 6 of them
        skip: 2                            # the lines above the header are shorter
        missing: [ 'n/a' ]                 # such texts often mean "no value"
        columns:
          "Ease (0–10)":
            criterion: scores.ease         # called like the criterion's id
            decimal: ','                   # digits of any number stand behind it
          Price:
            criterion: features.price      # called like the criterion's id
            currency: EUR                  # amounts have its code or sign
            decimal: ','                   # digits of any number stand behind it
          Offline:
            criterion: features.offline    # called like the criterion's id
            values: { '✅': yes, '❌': no }  # the words of the scale are others
          Bugs:
            criterion: scores.bugs         # called like the criterion's id
            thousands: '.'                 # it stands before groups of three digits
        ignore:
          - Seit                           # no criterion has such a name
          - Rang                           # no criterion has such a name

        """)
    #expect(report.contains("  ease: 7.5\n") && report.contains("  price: 4.99\n"))
    #expect(report.contains("  offline: yes\n") && report.contains("  bugs: 1204\n"))
  }

  @Test func thousandsBesideDecimals() throws {
    let (text, report) = try guess("Name;Price\nPad;1.204\nQuill;12,5\n")
    #expect(text.contains("thousands: '.'") && text.contains("decimal: ','"), "\(text)")
    #expect(report.contains("price: 1204\n"), "\(report)")
  }

  /// What tables write in place of an amount, and the value that stops a column is named.
  @Test func wordsInPlaceOfAmounts() throws {
    let (text, report) = try guess(
      "Name,Price,Ease\nAce,Kostenlos,\"7,5\"\nInk,5 €,k. A.\nQuill,on request,8\n")
    #expect(text.contains("values: { 'Kostenlos': free, 'on request': contact }"), "\(text)")
    #expect(text.contains("missing: [ 'k. A.' ]"), "\(text)")
    #expect(report.contains("price: free\n"), "\(report)")
    let stopped = try guess("Name,Ease\nAce,\"7,5\"\nInk,many\n").text
    #expect(stopped.contains("but \"many\" in line 3 is no such value"), "\(stopped)")
  }

  @Test func severalCurrencies() throws {
    let (text, report) = try guess("Name,Price\nAce,$4\nQuill,5 €\nInk,6 €\n")
    #expect(
      text.contains("currency: EUR") && text.contains("# most amounts have its code"), "\(text)")
    #expect(report.contains("{ amount: 4, currency: USD }"), "\(report)")
  }

  @Test func aTableInMarkdown() throws {
    let (text, report) = try guess(
      """
      | App | Ease | Offline |
      |-----|------|---------|
      | [Pad](https://example.org/pad) | 7 | [Yes](https://example.org/off) |
      | Quill | 8 | no |

      """, path: "README.md")
    #expect(text.contains("\nvendor: App "))
    #expect(text.contains("\n  App link: website "))
    #expect(text.contains("\n  Offline link: features.offline.evidence "))
    #expect(text.contains("    values: { 'Yes': yes }"))
    #expect(report.contains("website: https://example.org/pad\n"))
    #expect(
      report.contains("  offline: { value: yes, evidence: [ { url: https://example.org/off } ] }"))
  }

  /// What does not fit is left out, with the reason.
  @Test func whatDoesNotFitIsSaid() throws {
    let (text, report) = try guess("name,Ease,Share,Speed\nPad,high,0.29,2 s\nQuill,8,0.5,1 s\n")
    #expect(
      text.contains(
        "  - Ease") && text.contains("but \"high\" in line 2 is no such value\n"), "\(text)")
    #expect(text.contains("factor: 100"))
    #expect(report.contains("  share: 29\n") && report.contains("  speed: 2 s\n"))
  }

  @Test func rolesOfColumns() throws {
    let (text, _) = try guess(
      "Nr,W,Id,Firma,Ease\n1,2026-W14,pad,Pad++,7\n2,2026-W15,pad,Pad++,8\n")
    #expect(text.contains("\nweek: W ") && text.contains("\nslug: Id "))
    #expect(text.contains("\nvendor: Firma "))
    let known = try guess(Array("a,b\nx,Pad\ny,Quill\n".utf8), known: ["pad", "quill"])
    #expect(
      known.text.contains("\nvendor: b ") && known.text.contains("names 2 vendors of the site"))
  }

  @Test func otherEncodings() throws {
    let data = try #require("name\tEase\nSociété\t7\n".data(using: .windowsCP1252))
    let (text, report) = try guess(Array(data))
    #expect(text.contains("\nencoding: cp1252 ") && text.contains("\nseparator: \"\\t\" "))
    #expect(report.contains("Société"))
  }

  /// Names of columns and values cannot add lines to the proposal.
  @Test func textsOfTheTableStayText() throws {
    let (text, _) = try guess(
      "name,\"Ease\ncolumns: x\",Bugs\nPad,1,\"a\nvendor: y # z\"\nQuill,2,3\n")
    #expect(!text.contains("\nvendor: y") && !text.contains("\ncolumns: x"))
  }

  /// The mapping is the same whatever the order of dictionaries, and names every column.
  @Test func theProposalIsWhole() throws {
    let table =
      "name,Ease,Bugs,Price,Other,Speed,tier,website\n"
      + "Pad,7,1,-,x,?,gold,https://example.org\nQuill,8,2,free,y,2 s,silver,https://example.net\n"
    let texts = Set(try (0..<20).map { _ in try guess(table).text })
    #expect(texts.count == 1)
    let text = try #require(texts.first)
    for name in ["Ease", "Bugs", "Price", "Other", "Speed", "tier", "website"] {
      #expect(text.contains("\n  \(name):") || text.contains("\n  - \(name) "), "\(name)\n\(text)")
    }
  }

  @Test(arguments: ["", "a,a\n", "\"a\n"]) func whatIsNoTable(_ text: String) {
    var log = Diagnostics()
    let file = SourceFile(path: "t.csv", text: text)
    #expect(MappingGuess(file, for: category, known: [], into: &log) == nil)
    #expect(log.hasErrors)
  }
}
