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

  @Test func standardInput() throws {
    let versus = try site()
    let arguments = ["import", "-", "--week", "2026-W15"]
    for (input, ease) in [("name,ease\nPad,7\n", "7"), ("|name|ease|\n|-|-|\n|Pad|6|\n", "6")] {
      let result = try versus.run(arguments + ["--force"], input: input)
      #expect(result.code == 0, "\(result.errors)")
      #expect(try versus.read(Self.report).contains("  ease: \(ease)\n"))
    }
    let wrong = try versus.run(arguments, input: "name,ease\nPad,x\n")
    #expect(wrong.code == 1 && wrong.errors.hasPrefix("-:2:5: error: "), "\(wrong.errors)")
  }

  @Test func aProposalIsAccepted() throws {
    let versus = try site("Product;Ease\nPad;7,5\n")
    let guess = try versus.run("import", "table.csv", "--guess")
    #expect(guess.code == 0 && guess.output.contains("\nvendor: Product "), "\(guess.errors)")
    #expect(!versus.exists("content/reports/2026-W15"))
    try versus.write(guess.output, to: "mapping.yaml")
    let result = try versus.run(arguments + ["--mapping", "mapping.yaml"])
    #expect(result.code == 0, "\(result.errors)")
    #expect(try versus.read(Self.report).contains("  ease: 7.5\n"))
    let both = try versus.run("import", "table.csv", "--guess", "--mapping", "mapping.yaml")
    #expect(both.code == 2)
  }

  /// Puts a program into a folder of programs, as a shell script.
  private func program(_ name: String, _ script: String, in versus: Versus) throws -> String {
    try versus.write("#!/bin/sh\n" + script, to: "bin/\(name)")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(versus.folder)/bin/\(name)")
    // What bounds the program is in the other folders.
    return "\(versus.folder)/bin:/usr/bin:/bin"
  }

  /// Sheets are counted from 1, and the program gets names of ours alone.
  @Test func aWorkbookIsReadByAProgram() throws {
    let versus = try site()
    try versus.write("PK", to: "$(x) table.xlsx")
    try versus.write("vendor: name\ntable: 2\ncolumns: { ease: scores.ease }\n", to: "m.yaml")
    let path = try program(
      "ssconvert",
      """
      case "$*" in *'$(x)'*) exit 9;; esac
      for last; do :; done
      printf 'name,ease\\nPad,1\\n' > "$(echo "$last" | sed s/%n/0/)"
      printf 'name,ease\\nPad,2\\n' > "$(echo "$last" | sed s/%n/1/)"
      """, in: versus)
    let result = try versus.run(
      ["import", "$(x) table.xlsx", "--week", "2026-W15", "--mapping", "m.yaml"],
      environment: ["PATH": path])
    #expect(result.code == 0, "\(result.errors)")
    #expect(try versus.read(Self.report).contains("  ease: 2\n"))
    try versus.write("vendor: name\ntable: 3\ncolumns: { ease: scores.ease }\n", to: "m.yaml")
    let beyond = try versus.run(
      ["import", "$(x) table.xlsx", "--week", "2026-W15", "--mapping", "m.yaml"],
      environment: ["PATH": path])
    #expect(beyond.code == 3 && beyond.errors.contains("there is no sheet number 3"))
  }

  /// What a program writes is bounded, and a failure is told in its own words.
  @Test(arguments: [
    ("echo 'bad file' >&2; exit 4", "ssconvert ended with code 4: bad file"),
    ("for last; do :; done; exec head -c 999999999 /dev/zero > \"${last%\\%n.csv}0.csv\"", "code"),
  ])
  func aProgramThatFails(_ script: String, _ hint: String) throws {
    let versus = try site()
    try versus.write("PK", to: "table.ods")
    let path = try program("ssconvert", script + "\n", in: versus)
    let result = try versus.run(
      ["import", "table.ods", "--week", "2026-W15"], environment: ["PATH": path])
    #expect(result.code == 3 && result.errors.contains(hint), "\(result.errors)")
  }

  @Test func programsAreNamedWhereNoneIsInstalled() throws {
    let versus = try site()
    try versus.write("PK", to: "table.xlsx")
    // A folder with the programs that bound others, and no other.
    for name in ["env", "prlimit", "timeout"] {
      try FileManager.default.createDirectory(
        atPath: "\(versus.folder)/bin", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: "\(versus.folder)/bin/\(name)", withDestinationPath: "/usr/bin/\(name)")
    }
    let result = try versus.run(
      ["import", "table.xlsx", "--week", "2026-W15"],
      environment: ["PATH": "\(versus.folder)/bin"])
    #expect(result.code == 3)
    #expect(result.errors.contains("gnumeric") && result.errors.contains("libreoffice"))
  }

  /// A workbook made by the program itself.
  @Test func aWorkbookOfGnumeric() throws {
    try #require(
      FileManager.default.isExecutableFile(atPath: "/usr/bin/ssconvert"),
      "ssconvert is not installed; run 'Scripts/setup test'")
    let versus = try site("name,ease,bugs\nPad,7.5,3\nQuill,8,1204\n")
    for kind in ["xlsx", "ods"] {
      let made = Process()
      made.executableURL = URL(filePath: "/usr/bin/ssconvert")
      made.arguments = ["\(versus.folder)/table.csv", "\(versus.folder)/table.\(kind)"]
      made.standardError = nil
      try made.run()
      made.waitUntilExit()
      let result = try versus.run("import", "table.\(kind)", "--week", "2026-W15", "--force")
      #expect(result.code == 0, "\(result.errors)")
      #expect(try versus.read(Self.report).contains("  ease: 7.5\n  bugs: 3\n"))
    }
  }

  /// A table that nobody has adapted becomes a site by its own suggestions alone.
  @Test(arguments: ["csv", "xlsx", "md"]) func aTableBecomesASite(form: String) throws {
    let versus = try Versus()
    #expect(try versus.run("new", "site").code == 0)
    let site = try versus.read("content/site.yaml")
    try versus.write(
      site.replacing("TODO: the name of the site", with: "Tools"), to: "content/site.yaml")
    let rows = [
      ["", "Price", "Score", "Open"], ["Pad", "4,99 €", "1.204,5", "ja"],
      ["Quill", "5 €", "980", "nein"],
    ]
    let csv = rows.map { $0.joined(separator: ";") + "\n" }.joined()
    try versus.write(csv, to: "table.csv")
    switch form {
    case "md":
      let lines = rows.map { "| " + $0.joined(separator: " | ") + " |\n" }
      try versus.write(
        "# Tools\n\n" + lines[0] + "|---|---|---|---|\n" + lines[1...].joined(), to: "table.md")
    case "xlsx":
      let made = Process()
      made.executableURL = URL(filePath: "/usr/bin/ssconvert")
      made.currentDirectoryURL = URL(filePath: versus.folder)
      made.arguments = ["table.csv", "table.xlsx"]
      made.standardError = nil
      let quoted = rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") + "\n" }
      try versus.write(quoted.joined(), to: "table.csv")
      try made.run()
      made.waitUntilExit()
    default: break
    }
    let table = "table.\(form)"
    let new = try versus.run("new", "category", "tools", "--table", table)
    #expect(new.code == 0, "\(new.errors)")
    let guess = try versus.run("import", table, "--guess")
    #expect(guess.code == 0, "\(guess.errors)")
    try versus.write(guess.output, to: "mapping.yaml")
    let result = try versus.run(
      "import", table, "--mapping", "mapping.yaml", "--week", "2026-W15")
    #expect(result.code == 0, "\(result.errors)")
    #expect(try versus.run("check", "--strict").code == 0)
    #expect(try versus.run("build").code == 0)
    let page = try versus.read("public/compare/pad-vs-quill/index.html")
    #expect(page.contains("€4.99") && page.contains("204.5"), "\(form)")
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
