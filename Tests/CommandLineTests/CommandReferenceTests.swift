import Foundation
import TestSites
import Testing

/// Documents that are derived from the commands, or that repeat their texts.
struct CommandReferenceTests {
  /// `UPDATE_GOLDENS=1` rewrites the document.
  @Test func theDocumentIsWhatHelpPrints() throws {
    let printed = try Program.run(["help", "--markdown"]).output
    try Golden.check(printed, "docs/commands.md", suite: "CommandReferenceTests")
  }

  /// The README repeats the overview's tables of commands and exit codes.
  @Test func theReadmeSaysTheSame() throws {
    let printed = try Program.run(["help", "--markdown"]).output
    let overview = printed.prefix(upTo: try #require(printed.range(of: "\n\n## ")).lowerBound)
    let tables = blocks(String(overview)).filter { $0.hasPrefix("|") }
    #expect(tables.count == 2)
    let readme = try String(contentsOf: TestSite.root.appending(path: "README.md"), encoding: .utf8)
    for table in tables {
      #expect(blocks(readme).contains(table), "README.md lacks this table:\n\(table)")
    }
  }

  /// Splits a document at its blank lines.
  private func blocks(_ text: String) -> [String] { text.components(separatedBy: "\n\n") }
}
