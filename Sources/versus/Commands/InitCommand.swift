import Diagnosing
import System
import Writing

/// The command `versus init [DIR] [--like KIND]`.
enum InitCommand {
  static let command = Command(
    "init",
    summary: "write a working site: one category, two vendors, two weeks",
    description: """
      Creates DIR if needed, and refuses a folder that already has a `content` folder. `--like`
      starts from an example of a way to compare: by scores and compliance (`trust`), by full
      reports with assessments (`report`), by many plain attributes (`attributes`), by an editor's
      articles (`editorial`), or by a panel of reviewers (`panel`).

      `--ci` adds a pipeline that checks, builds and publishes the site each week and after each
      change. A site that is there already gets the pipeline alone.

      Also writes JSON Schemas, and a comment in each YAML file that names its schema. Editors with
      a YAML language server use it to complete keys and explain them.
      """,
    usages: [Usage([Operand("DIR", .folders, isOptional: true)], run: run)],
    options: [.like, .ci, .format, .quiet],
    examples: [
      Command.Example("versus init my-site", "start a site in `my-site`"),
      Command.Example("versus init my-site --like editorial", "start from articles about pairs"),
    ])

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let folder = invocation.operands.first ?? "."
    // An empty variable in a script would otherwise put the site into the root of the file system.
    if folder.isEmpty { throw UsageError("'' is not a folder; nothing was written") }
    if let ci = invocation[.ci], fileStatus(folder + "/content") != nil {
      let path = try Pipeline.write(ci, to: folder)
      if invocation.format == .json {
        Terminal.print(jsonText(["folder": folder, "file": path]) + "\n")
      } else if !invocation.isQuiet {
        Terminal.print(path + "\n")
      }
      return .done
    }
    if fileStatus(folder + "/content") != nil {
      throw UsageError("'\(folder)' already has a content folder; nothing was written")
    }
    for file in EmbeddedFiles.folders["Examples/\(invocation[.like] ?? "starter")/content"] ?? [] {
      let path = "\(folder)/content/\(file.path)"
      try makeFolders(
        path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
          separator: "/"))
      let line = EditorSchemas.line(for: "content/" + file.path)
      try writeFile(Array(line.utf8) + file.bytes, to: path)
    }
    try EditorSchemas.write(to: folder)
    if let ci = invocation[.ci] { _ = try Pipeline.write(ci, to: folder) }
    if invocation.format == .json {
      Terminal.print(jsonText(["folder": folder]) + "\n")
    } else if !invocation.isQuiet {
      let option = folder == "." ? "" : " -s \(folder)"
      Terminal.print("A site is in \(folder)/content. Build it with:\n  versus build\(option)\n")
    }
    return .done
  }
}

/// A pipeline of a host that builds the site.
private enum Pipeline {
  /// The place that the host reads, and the built-in file, by the name of the host.
  static let files = [
    "github": (".github/workflows/site.yml", "github.yml"),
    "gitlab": (".gitlab-ci.yml", "gitlab.yml"),
  ]

  /// Writes a pipeline that is not there yet; returns its path.
  static func write(_ host: String, to folder: String) throws -> String {
    guard let (place, name) = files[host],
      let file = EmbeddedFiles.folders["Examples/ci"]?.first(where: { $0.path == name })
    else { throw UsageError("there is no pipeline for '\(host)'") }
    let path = "\(folder)/\(place)"
    if fileStatus(path) != nil { throw UsageError("'\(path)' is there already; it stays as it is") }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try makeFolders(parts.joined(separator: "/"))
    try writeFile(file.bytes, to: path)
    return path
  }
}

extension Option {
  fileprivate static let ci = Option(
    "ci", takes: .word("HOST", among: Pipeline.files.keys.sorted()),
    help: "add a pipeline that checks, builds and publishes the site each week")
  fileprivate static let like = Option(
    "like",
    takes: .word("KIND", among: ["trust", "report", "attributes", "editorial", "panel"]),
    help: "the example to start from")
}
