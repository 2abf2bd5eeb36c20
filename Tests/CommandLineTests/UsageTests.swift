import Foundation
import TestSites
import Testing

@testable import versus

@Suite struct UsageTests {
  @Test(arguments: [
    (["bild"], "did you mean 'build'?"), ([], "no command"),
    (["publsh"], "unknown command 'publsh'"),
    (["build", "--outptu=x"], "did you mean '--output'?"), (["build", "-z"], "'-z'"),
    (["build", "--output"], "needs a value"), (["build", "-q", "--quiet=x"], "takes no value"),
    (["build", "-j0"], "1 to 1024"), (["build", "--jobs=two"], "'--jobs'"),
    (["build", "--format", "xml"], "text, json, sarif, github"),
    (["build", "-w", "2025-W53"], "ISO 8601"), (["build", "--base-url", "ftp://x"], "http"),
    (["build", "-s", "nowhere"], "a folder that exists"),
    (["build", "more"], "'build' takes no 'more'; usage:"),
    (["explain", "a"], "usage:"), (["new", "vender", "x"], "did you mean 'vendor'?"),
    (["new", "vendor", "\u{1b}[2J"], "versus: '␛[2J' must be"),
    (["new", "week"], "usage:"), (["new", "week", "2025-W53"], "ISO 8601"),
    (["new", "prompt", "../x"], "lower-case"), (["new", "comparison", "a", "a"], "itself"),
    (["schema", "sit"], "did you mean 'site'?"), (["schema", "template", "vendr"], "vendor"),
    (["completion", "tcsh"], "bash, zsh"), (["help", "chek"], "did you mean 'check'?"),
    (["version", "--", "x"], "usage:"), (["import"], "usage:"),
    (["import", "x.csv", "--category", "A b"], "slug"),
    (["import", "x.csv", "--mapping", "m.yaml"], "a file that exists"),
    (["serve", "--port", "65536"], "0 to 65535"), (["plan", "more"], "usage:"),
    (["init", ""], "is not a folder"),
    (["build", "--format", "jsn"], "did you mean 'json'?"),
    (["plan", "--host", "githb"], "did you mean 'github'?"),
    (["snapshot", "verify"], "usage: versus snapshot verify WEEK"),
    (["snapshot", "list", "x"], "usage: versus snapshot list"),
    (["schema", "template"], "usage: versus schema template NAME"),
    (["schema", "pictures"], "takes site, category, report, comparison"),
    (["new", "prompt", "x", "--from", "2026-W14"], "goes with 'new week WEEK'"),
  ])
  func wrongCommandLine(_ arguments: [String], _ hint: String) throws {
    let versus = try Versus()
    let result = try versus.run(arguments)
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(hint), "\(result.errors)")
  }

  @Test(arguments: Command.all.map(\.name))
  func helpOfEveryCommand(_ command: String) throws {
    let versus = try Versus()
    let long = try versus.run(command, "--help")
    #expect(long.code == 0 && long.errors.isEmpty)
    #expect(long.output.hasPrefix("usage: versus \(command)"))
    #expect(long.output == (try versus.run(command, "-h").output))
    #expect(long.output == (try versus.run("help", command).output))
    #expect(try versus.run("help").output.contains("  versus \(command)"))
  }

  @Test func version() throws {
    let versus = try Versus()
    let text = try versus.run("version").output
    #expect(text.hasPrefix("versus 0."))
    #expect(try versus.run("--version").output == text)
    let object = try versus.run("version", "--format=json").object()
    #expect(text == "versus \(object["version"] as? String ?? "")\n")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsNameCommandsAndOptions(_ shell: String) throws {
    let result = try Versus().run("completion", shell)
    #expect(result.code == 0)
    for word in Command.all.map(\.name) + ["output", "base-url", "sarif", "comparison"] {
      #expect(result.output.contains(word))
    }
  }

  /// `versus help | head -0`: the reader is gone before the first byte.
  @Test func closedPipeIsNoCrash() throws {
    let versus = try Versus()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let process = Process()
    process.executableURL = Program.binary
    process.arguments = ["help"]
    process.currentDirectoryURL = URL(filePath: versus.folder, directoryHint: .isDirectory)
    process.standardOutput = pipe
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
  }

  /// A result truncated by a full disk is not mistaken for a complete one.
  @Test func aFullDeviceIsSaid() throws {
    let errors = Pipe()
    let process = Process()
    process.executableURL = Program.binary
    process.arguments = ["help"]
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 3)
    let said = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
    #expect(said.contains("standard output"), "\(said)")
  }

  /// Y-02: a link in the content does not decide where files are written.
  @Test func aLinkedStateFolderIsRefused() throws {
    let versus = try Versus()
    #expect(try versus.run("init").code == 0)
    let elsewhere = try Versus()
    try FileManager.default.createSymbolicLink(
      atPath: versus.folder + "/.versus", withDestinationPath: elsewhere.folder)
    let build = try versus.run("build")
    #expect(build.code == 2 && build.errors.contains("symbolic link"), "\(build.errors)")
    #expect(try elsewhere.files(in: ".").isEmpty)
  }

  @Test func anEmptyFolderIsToldHowToBegin() throws {
    let result = try Versus().run("build")
    #expect(result.code == 1)
    #expect(
      result.errors == """
        content:1:1: error: there is no site in this folder; 'versus init' makes one [missing-file]
        1 error, 0 warnings

        """)
  }
}
