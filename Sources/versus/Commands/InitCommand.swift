import Diagnosing
import Writing

/// `versus init [DIR]`
enum InitCommand {
  static func run(_ invocation: Invocation) throws -> ExitCode {
    let folder = invocation.operands.first ?? "."
    if fileStatus(folder + "/content") != nil {
      throw UsageError("'\(folder)' already has a content folder; nothing was written")
    }
    for file in EmbeddedFiles.folders["Examples/starter/content"] ?? [] {
      let path = "\(folder)/content/\(file.path)"
      try makeFolders(
        path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
          separator: "/"))
      try writeFile(Array(file.text.utf8), to: path)
    }
    if !invocation.has(.quiet) {
      let option = folder == "." ? "" : " -s \(folder)"
      Terminal.print("A site is in \(folder)/content. Build it with:\n  versus build\(option)\n")
    }
    return .done
  }
}
