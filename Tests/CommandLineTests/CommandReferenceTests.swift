import Foundation
import Testing

/// Documents that derive from the commands, or repeat their words.
struct CommandReferenceTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// `UPDATE_GOLDENS=1` writes the document anew.
  @Test func theDocumentIsWhatHelpPrints() throws {
    let printed = try Program.run(["help", "--markdown"]).output
    let file = Self.root.appending(path: "docs/commands.md")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(printed.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == printed)
  }

  /// The tables of the README are those of the overview: commands and exit codes.
  @Test func theReadmeSaysTheSame() throws {
    let printed = try Program.run(["help", "--markdown"]).output
    let overview = printed.prefix(upTo: try #require(printed.range(of: "\n## ")).lowerBound)
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let rows = { (text: Substring) in
      text.split(separator: "\n").filter { $0.hasPrefix("|") }.map(String.init)
    }
    #expect(rows(readme[...]) == rows(overview))
  }
}
