import Foundation
import TestSites
import Testing

/// Documents that are derived from the commands, or that repeat their texts.
struct CommandReferenceTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// `UPDATE_GOLDENS=1` rewrites the document.
  @Test func theDocumentIsWhatHelpPrints() throws {
    let printed = try Program.run(["help", "--markdown"]).output
    let file = Self.root.appending(path: "docs/commands.md")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(printed.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == printed)
  }

  /// The README repeats the overview's tables of commands and exit codes.
  @Test func theReadmeSaysTheSame() throws {
    let printed = try Program.run(["help", "--markdown"]).output
    let overview = printed.prefix(upTo: try #require(printed.range(of: "\n\n## ")).lowerBound)
    let tables = blocks(String(overview)).filter { $0.hasPrefix("|") }
    #expect(tables.count == 2)
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    for table in tables { #expect(blocks(readme).contains(table), "\(table)") }
  }

  /// Splits a document at its blank lines.
  private func blocks(_ text: String) -> [String] { text.components(separatedBy: "\n\n") }
}
