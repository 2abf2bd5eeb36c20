import Foundation
import TestSites
import Testing

struct ImportCommandTests {
  private static let report = "content/reports/2026-W15/pad.md"

  /// Creates the starter site and a table.
  private func site(_ table: String = "name,ease\nPad,7\n") throws -> Versus {
    let versus = try Versus()
    #expect(try versus.run("init").code == 0)
    try versus.write(table, to: "table.csv")
    return versus
  }

  private let arguments = ["import", "table.csv", "--week", "2026-W15"]

  @Test func rowsBecomeReports() throws {
    let versus = try site()
    let dry = try versus.run(arguments + ["--dry-run"])
    #expect(dry.code == 0, "\(dry.errors)")
    #expect(
      dry.output == """
        2026-W15  pad  new
        1 new, 0 changed, 0 unchanged; a dry run, nothing was written

        """)
    #expect(!versus.exists("content/reports/2026-W15"))
    #expect(try versus.run(arguments).code == 0)
    #expect(try versus.read(Self.report).contains("\nscores:\n  ease: 7\n"))
    #expect(try versus.run("check", "--strict").code == 0)
    let again = try versus.run(arguments)
    #expect(again.output == "0 new, 0 changed, 1 unchanged\n")
  }

  @Test func withoutACategoryItSaysHowToBegin() throws {
    let versus = try Versus()
    try versus.write("name,ease\nPad,7\n", to: "table.csv")
    let result = try versus.run(arguments)
    #expect(result.code == 2)
    #expect(
      result.errors.hasPrefix("versus: there is no category in content/categories/; 'versus "))
  }

  @Test func nothingIsOverwrittenUnasked() throws {
    let versus = try site()
    #expect(try versus.run(arguments).code == 0)
    let before = try versus.read(Self.report)
    try versus.write("name,ease\nPad,8\nQuill,5\n", to: "table.csv")
    let refused = try versus.run(arguments)
    #expect(refused.code == 1)
    #expect(refused.errors.contains("table.csv:2:1: error: 'content/reports/2026-W15/pad.md'"))
    let lines = refused.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.contains(["2026-W15", "pad", "scores.ease", "7", "→", "8"]))
    #expect(try versus.read(Self.report) == before)
    #expect(!versus.exists("content/reports/2026-W15/quill.md"))
    let forced = try versus.run(arguments + ["--force"])
    #expect(forced.output.hasSuffix("\n1 new, 1 changed, 0 unchanged\n"))
    #expect(try versus.read(Self.report) == before.replacing("ease: 7", with: "ease: 8"))
  }

  /// Y-02
  @Test func nothingIsWrittenOutside() throws {
    let (versus, outside) = (try site(), try Versus())
    try FileManager.default.createSymbolicLink(
      atPath: "\(versus.folder)/content/reports/2026-W15", withDestinationPath: outside.folder)
    let result = try versus.run(arguments)
    #expect(result.code == 3)
    #expect(result.errors.contains("will not write through"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.folder).isEmpty)
  }

  @Test func resultAsJSON() throws {
    let versus = try site("name,ease\nPad,7\nQuill,5\n")
    let result = try versus.run(arguments + ["--format", "json"]).object()
    #expect(result["written"] as? Int == 2)
    let reports = try #require(result["reports"] as? [[String: Any]])
    #expect(reports.map { $0["vendor"] as? String } == ["pad", "quill"])
    #expect(reports.first?["state"] as? String == "new")
    let changes = try #require(reports.last?["changed"] as? [[String: Any]])
    let ease = changes.first { $0["criterion"] as? String == "scores.ease" }
    #expect(ease?["to"] as? String == "5")
    try versus.write("name,ease\nPad,70\n", to: "table.csv")
    let wrong = try versus.run(arguments + ["--format", "json"])
    #expect(wrong.code == 1)
    #expect(try wrong.object().keys.sorted() == ["diagnostics"])
  }

  @Test(arguments: [
    (["import", "none.csv"], "there is no file 'none.csv'"), (["import", "table.csv"], "--week"),
    (["import", "table.csv", "--category", "tols"], "there is no category 'tols'"),
  ])
  func wrongCommandLine(_ arguments: [String], _ hint: String) throws {
    let versus = try site()
    let result = try versus.run(arguments)
    #expect(result.code == 2)
    #expect(result.errors.contains(hint), "\(result.errors)")
  }
}
