import Foundation
import TestSites
import Testing

@testable import versus

/// Rules for the data of every command, including future ones.
struct CommandDataTests {
  @Test(arguments: Command.all.map(\.name))
  func namesAreClear(_ name: String) throws {
    let command = try Command.named(name)
    let options = command.options
    #expect(Set(options.map(\.name)).count == options.count)
    #expect(Set(options.compactMap(\.variable)).count == options.count - 1)
    let letters = options.compactMap(\.short)
    #expect(Set(letters).count == letters.count)
    for text in [command.summary] + options.map(\.help) + command.usages.map(\.meaning) {
      #expect(text.first?.isUppercase != true && !text.hasSuffix("."), "\(text)")
    }
  }

  @Test func commandsHaveDifferentNames() {
    #expect(Set(Command.all.map(\.name)).count == Command.all.count)
  }

  /// Each example is a valid command line.
  @Test(arguments: Command.all.flatMap(\.examples).map(\.line))
  func examplesAreRight(_ line: String) throws {
    let words = line.split(separator: " ").drop { $0 != "versus" && $0 != "<(versus" }.dropFirst()
    let marks = ["|", ">", "<"]
    let arguments = words.prefix { !marks.contains(String($0)) }.map { $0.replacing(")", with: "") }
    // The folders in the examples do not exist here.
    let known = arguments.map { $0 == "my-site" ? "." : String($0) }
    let invocation = try Invocation(known, environment: [:])
    _ = try invocation.command.usage(for: invocation.operands)
  }

  @Test(arguments: [
    ["--output=x"], ["--output", "x"], ["-ox"], ["-o", "x"], ["-qo", "x"], ["-vox"],
    ["-o", "y", "--output=x"],
  ])
  func optionsFollowGNUConventions(_ arguments: [String]) throws {
    let invocation = try Invocation(["build"] + arguments, environment: ["VERSUS_OUTPUT": "z"])
    #expect(invocation.output == "x")
    #expect(invocation.operands.isEmpty)
  }

  /// A variable turns a switch on or off; the command line overrides the variable.
  @Test(arguments: [
    ("true", true), ("yes", true), ("1", true), ("false", false), ("no", false), ("0", false),
  ])
  func variablesTurnSwitchesOnAndOff(_ text: String, _ isOn: Bool) throws {
    let environment = ["VERSUS_QUIET": text]
    #expect(try Invocation(["build"], environment: environment).isQuiet == isOn)
    #expect(try Invocation(["build", "--quiet"], environment: environment).isQuiet)
  }

  @Test func operandsMayStandAnywhereAndBeginWithADash() throws {
    let invocation = try Invocation(["diff", "a", "-q", "b"], environment: [:])
    #expect(invocation.operands == ["a", "b"] && invocation.isQuiet)
    #expect(try Invocation(["init", "--", "-q"], environment: [:]).operands == ["-q"])
    #expect(try Invocation(["init", "-"], environment: [:]).operands == ["-"])
  }

  /// Both options are called `--host`. A variable for both would make one of the commands fail.
  @Test(arguments: [("plan", "VERSUS_HOST"), ("serve", "VERSUS_LISTEN")])
  func hostsHaveVariablesOfTheirOwn(_ name: String, _ variable: String) throws {
    let option = try Command.named(name).options.first { $0.name == "host" }
    #expect(option?.variable == variable)
    let environment = ["VERSUS_HOST": "github", "VERSUS_LISTEN": "127.0.0.1"]
    #expect(
      try Invocation([name], environment: environment)[#require(option)] == environment[variable])
  }

  @Test(arguments: ["--help", "-h"])
  func helpIsGivenWhateverElseIsWrong(_ option: String) throws {
    let result = try Program.run(
      ["build", "--jobs=0", "more", option], environment: ["VERSUS_FORMAT": "xml"])
    #expect(result.code == 0 && result.output.hasPrefix("usage: versus build"))
  }

  /// `groff -ww` reports every request and character that it does not know.
  @Test(arguments: [[]] + Command.all.map { [$0.name] })
  func manualPagesAreCleanRoff(_ operands: [String]) throws {
    let versus = try Versus()
    let page = try versus.run(["help", "--man"] + operands).output
    #expect(page.contains("\"versus \(try versus.run("version").output.dropFirst(7).dropLast())\""))
    try versus.write(page, to: "page.1")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/groff")
    process.arguments = ["-man", "-ww", "-Tutf8", versus.folder + "/page.1"]
    let errors = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    let warnings = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(warnings.isEmpty && process.terminationStatus == 0, "\(warnings)")
    #expect(page.contains(".SH EXIT STATUS"))
  }
}
