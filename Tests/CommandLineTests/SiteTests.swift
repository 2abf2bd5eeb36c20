import Foundation
import TestSites
import Testing

@Suite struct SiteTests {
  /// Creates a folder in which `init` has run.
  private func starter() throws -> Versus {
    let versus = try Versus()
    #expect(try versus.run("init").code == 0)
    return versus
  }

  @Test func starterBuildsWithoutAWarning() throws {
    let versus = try starter()
    let check = try versus.run("check", "--strict")
    #expect(check.code == 0 && check.errors == "0 errors, 0 warnings\n")
    #expect(!versus.exists("public"))
    let build = try versus.run("build")
    #expect(build.code == 0 && build.errors.isEmpty)
    #expect(versus.exists("public/compare/inkwell-vs-quill/index.html"))
    #expect(versus.exists("public/404.html"))
  }

  @Test func initOverwritesNothing() throws {
    let versus = try starter()
    try versus.write("mine", to: "content/site.yaml")
    let again = try versus.run("init")
    #expect(again.code == 2 && again.errors.contains("already"))
    #expect(try versus.read("content/site.yaml") == "mine")
    #expect(try versus.run("init", "a/b").code == 0)
    #expect(versus.exists("a/b/content/site.yaml"))
  }

  @Test(arguments: [
    (["new", "vendor", "pad"], "content/reports/2026-W14/pad.md"),
    (["new", "vendor", "pad", "2026-W15"], "content/reports/2026-W15/pad.md"),
    (["new", "comparison", "quill", "inkwell"], "content/comparisons/inkwell-vs-quill.md"),
    (["new", "prompt", "refactor"], "content/prompts/refactor.md"),
  ])
  func newFilesAreValidAndNeverOverwritten(_ arguments: [String], _ path: String) throws {
    let versus = try starter()
    let first = try versus.run(arguments)
    #expect(first.code == 0 && first.output.hasSuffix(path + "\n"), "\(first)")
    // Nothing is wrong with it but what is still to be written.
    let check = try versus.run("check")
    let warnings = check.errors.split(separator: "\n").filter { $0.contains("warning: ") }
    #expect(check.code == 0, "\(check.errors)")
    #expect(warnings.allSatisfy { $0.hasSuffix("[unfinished-text]") }, "\(check.errors)")
    try versus.write("mine", to: path)
    let second = try versus.run(arguments)
    #expect(second.code != 0 && second.output.isEmpty)
    #expect(try versus.read(path) == "mine")
  }

  /// Y-02: not even an empty folder is created behind a link that leads out of the site.
  @Test(arguments: [
    (["new", "comparison", "inkwell", "quill"], "comparisons"),
    (["new", "prompt", "p"], "prompts"),
    (["new", "week", "2026-W20"], "reports"),
    (["new", "week", "2026-W20", "--from", "2026-W14"], "reports"),
    (["snapshot", "2026-W14"], "snapshots"),
  ])
  func nothingIsWrittenThroughALink(_ arguments: [String], _ folder: String) throws {
    let versus = try starter()
    let elsewhere = try Versus()
    let place = "\(versus.folder)/content/\(folder)"
    if versus.exists("content/" + folder) {
      try FileManager.default.moveItem(atPath: place, toPath: elsewhere.folder + "/" + folder)
    } else {
      try FileManager.default.createDirectory(
        atPath: elsewhere.folder + "/" + folder, withIntermediateDirectories: false)
    }
    try FileManager.default.createSymbolicLink(
      atPath: place, withDestinationPath: elsewhere.folder + "/" + folder)
    let before = try FileManager.default.subpathsOfDirectory(atPath: elsewhere.folder).sorted()
    let result = try versus.run(arguments)
    #expect(result.code != 0, "\(result)")
    let after = try FileManager.default.subpathsOfDirectory(atPath: elsewhere.folder).sorted()
    #expect(after == before)
  }

  @Test func newWeekIsAFolder() throws {
    let versus = try starter()
    #expect(try versus.run("new", "week", "2026-W20").code == 0)
    #expect(versus.exists("content/reports/2026-W20"))
    #expect(try versus.run("new", "week", "2026-W20").code == 2)
    #expect(try versus.run("check", "--strict").code == 0)
  }

  @Test func newWeekCopiesReports() throws {
    let versus = try starter()
    let result = try versus.run("new", "week", "2026-W15", "--from", "2026-W14")
    #expect(result.code == 0, "\(result.errors)")
    // Inkwell has a report of 2026-W14; Quill's is of the week before, and still in force.
    for (name, week) in [("inkwell", "2026-W14"), ("quill", "2026-W13")] {
      let report = try versus.read("content/reports/\(week)/\(name).md")
      #expect(try versus.read("content/reports/2026-W15/\(name).md") == report)
      let warning =
        "content/reports/2026-W15/\(name).md:1:1: warning: the report equals that of \(week)"
      #expect(try versus.run("check").errors.contains(warning))
    }
    let usage = [
      ["new", "week", "2026-W15", "--from", "2026-W14"],
      ["new", "week", "2026-W16", "--from", "x"],
      ["new", "week", "2026-W16", "--from", "2026-W16"],
      ["new", "vendor", "a", "--from", "2026-W14"],
      ["new", "week", "2026-W16", "--from", "2025-W14"],
    ]
    for arguments in usage { #expect(try versus.run(arguments).code == 2, "\(arguments)") }
    #expect(!versus.exists("content/reports/2026-W16"))
    // A retirement is not copied.
    try versus.write(
      "---\nname: Quill\nretired: true\n---\n", to: "content/reports/2026-W15/quill.md")
    #expect(try versus.run("new", "week", "2026-W16", "--from", "2026-W15").code == 0)
    #expect(!versus.exists("content/reports/2026-W16/quill.md"))
  }

  @Test(arguments: ["check", "build"])
  func wrongContentWritesNothing(_ command: String) throws {
    let versus = try starter()
    #expect(try versus.run("build").code == 0)
    let before = try versus.read("public/index.html")
    try versus.breakSite()
    let result = try versus.run(command)
    #expect(result.code == 1 && result.output.isEmpty)
    #expect(
      result.errors == """
        content/site.yaml:1:1: error: unknown key 'titel' [unknown-key]
            1 | titel: x
              | ^~~~~ did you mean 'title'?
        1 error, 0 warnings

        """)
    #expect(try versus.read("public/index.html") == before)
  }

  @Test(arguments: ["check", "build"])
  func diagnosticsAsJSON(_ command: String) throws {
    let versus = try starter()
    try versus.breakSite()
    let result = try versus.run(command, "--format=json")
    #expect(result.code == 1 && result.errors.isEmpty)
    let found = try #require(try result.object()["diagnostics"] as? [[String: Any]])
    #expect(found.map { $0["rule"] as? String } == ["unknown-key"])
    #expect(found.map { $0["suggestion"] as? String } == ["title"])
  }

  @Test(arguments: [
    ("sarif", "\"version\":\"2.1.0\""), ("github", "::error file=content/site.yaml,line=1"),
  ])
  func diagnosticsForHosts(_ format: String, _ expected: String) throws {
    let versus = try starter()
    #expect(try versus.run("build", "--format", format).errors.isEmpty)
    try versus.breakSite()
    let result = try versus.run("check", "--format", format)
    #expect(result.code == 1 && result.output.contains(expected))
  }

  @Test func strictMakesWarningsErrors() throws {
    let versus = try starter()
    try versus.write("x", to: "content/stray.txt")
    let check = try versus.run("check")
    #expect(check.code == 0 && check.errors.hasSuffix("0 errors, 1 warning\n"))
    #expect(try versus.run("check", "--strict").code == 1)
    #expect(try versus.run("check", "-q").errors.isEmpty)
    let build = try versus.run("build", "--format=json")
    #expect(build.errors.contains("warning: ") && build.code == 0)
    _ = try build.object()
  }

  @Test func buildResultAsJSON() throws {
    let versus = try starter()
    let first = try versus.run("build", "--format", "json").object()
    #expect(
      Set(first.keys) == [
        "week", "vendors", "pages", "comparisons", "written", "unchanged", "removed", "bytes",
        "seconds", "peakMemoryBytes",
      ])
    #expect(first["week"] as? String == "2026-W14" && first["comparisons"] as? Int == 1)
    let second = try versus.run("build", "--format", "json").object()
    #expect(second["written"] as? Int == 0)
    #expect(second["unchanged"] as? Int == first["written"] as? Int)
  }

  @Test(arguments: [
    ["-o", "there"], ["-othere"], ["--output", "there"], ["--output=there"], ["-qo", "there"],
  ])
  func optionsFollowTheConventions(_ options: [String]) throws {
    let versus = try starter()
    #expect(try versus.run(["build"] + options).code == 0)
    #expect(versus.exists("there/index.html") && !versus.exists("public"))
  }

  @Test func environmentSetsOptionsAndTheCommandLineWins() throws {
    let versus = try starter()
    let environment = ["VERSUS_OUTPUT": "there", "VERSUS_FORMAT": "json"]
    #expect(try versus.run(["build"], environment: environment).object()["written"] != nil)
    #expect(versus.exists("there/index.html"))
    _ = try versus.run(["build", "-o", "here"], environment: environment)
    #expect(versus.exists("here/index.html"))
    let wrong = try versus.run(["build"], environment: ["VERSUS_JOBS": "many"])
    #expect(wrong.code == 2 && wrong.errors.contains("'VERSUS_JOBS'"))
    #expect(try versus.run(["help"], environment: ["VERSUS_JOBS": "many"]).code == 0)
  }

  @Test func outputIsProtected() throws {
    let versus = try starter()
    for folder in ["/", ".", "content", "content/assets"] {
      let result = try versus.run("build", "-o", folder)
      #expect(result.code == 2, "\(folder)")
    }
    try FileManager.default.createDirectory(
      atPath: versus.folder + "/repo/.git", withIntermediateDirectories: true)
    #expect(try versus.run("build", "-o", "repo").code == 2)
    #expect(!versus.exists("repo/index.html") && versus.exists("content/site.yaml"))
  }

  @Test(arguments: [
    (["FORCE_COLOR": "1"], true), (["FORCE_COLOR": "1", "NO_COLOR": "1"], false),
    (["FORCE_COLOR": "0"], false), ([:], false), (["TERM": "dumb"], false),
  ])
  func colour(_ environment: [String: String], _ isColoured: Bool) throws {
    let versus = try starter()
    try versus.breakSite()
    let result = try versus.run(["check"], environment: environment)
    #expect(result.errors.contains("\u{1b}[") == isColoured)
  }

  @Test func weekAsOf() throws {
    let versus = try starter()
    let result = try versus.run("build", "-w", "2026-W13", "--format", "json").object()
    #expect(result["week"] as? String == "2026-W13")
  }

  @Test func verboseSaysWhatWasRead() throws {
    let versus = try starter()
    let result = try versus.run("build", "-v")
    #expect(result.code == 0 && result.errors.contains("2 vendors, week 2026-W14"))
  }
}
