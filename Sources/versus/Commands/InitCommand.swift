import Diagnosing
import System
import Writing

/// The command `versus init [DIR]`.
enum InitCommand {
  static let command = Command(
    "init",
    summary: "write a working site: one category, two vendors, two weeks",
    description: """
      Creates DIR if needed, and refuses a folder that already has a `content` folder.
      """,
    usages: [Usage([Operand("DIR", .folders, isOptional: true)], run: run)],
    options: [.format, .quiet],
    examples: [Command.Example("versus init my-site", "start a site in `my-site`")])

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let folder = invocation.operands.first ?? "."
    // An empty variable in a script would otherwise put the site into the root of the file system.
    if folder.isEmpty { throw UsageError("'' is not a folder; nothing was written") }
    if fileStatus(folder + "/content") != nil {
      throw UsageError("'\(folder)' already has a content folder; nothing was written")
    }
    for file in EmbeddedFiles.folders["Examples/starter/content"] ?? [] {
      let path = "\(folder)/content/\(file.path)"
      try makeFolders(
        path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
          separator: "/"))
      try writeFile(file.bytes, to: path)
    }
    if invocation.format == .json {
      Terminal.print(jsonText(["folder": folder]) + "\n")
    } else if !invocation.isQuiet {
      let option = folder == "." ? "" : " -s \(folder)"
      Terminal.print("A site is in \(folder)/content. Build it with:\n  versus build\(option)\n")
    }
    return .done
  }
}
