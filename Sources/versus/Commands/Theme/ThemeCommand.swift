import Diagnosing

/// The command `versus theme list|show|export|diff`.
enum ThemeCommand {
  static let command = Command(
    "theme",
    summary: "show the built-in theme, copy its files, and compare the copies",
    description: """
      A file in `templates/` takes the place of the built-in one of the same path. FILE is a path
      below `templates/`, such as `partials/verdict.html`.

      `export` also keeps the file as it was, in the folder `.built-in` of your templates, which
      belongs into version control: by it, `diff` knows what a later version of versus has changed.
      Its output is a patch, so `versus theme diff | patch -p1` puts the changes into the copies.
      Then `export --keep FILE` remembers that they are there.
      """,
    usages: [
      Usage(
        [.words("list")], "list the files: what each shows, and the values it takes", run: list),
      Usage([.words("show"), Operand("FILE")], "print a file", run: show),
      Usage(
        [.words("export"), Operand("FILE", isOptional: true, isRepeated: true)],
        "copy files into the site; an existing file is never replaced",
        options: [.allFiles, .keepFiles],
        run: ThemeExport.run),
      Usage(
        [.words("diff")],
        "name the copies older than the built-in files, with what changed",
        run: ThemeCopy.printAll),
    ],
    options: [.allFiles, .keepFiles, .source, .format, .quiet],
    examples: [
      Command.Example("versus theme export base.html", "change the frame of every page"),
      Command.Example("versus theme diff", "see what an update of versus brought"),
    ])

  private struct Entry: Encodable {
    let path: String
    let purpose: String
    let values: [BuiltInFile.Value]
    var text: String?
  }

  private static func list(_ invocation: Invocation) -> ExitCode {
    let files = BuiltInFile.all
    switch invocation.format {
    case .json:
      let entries = files.map { Entry(path: $0.path, purpose: $0.purpose, values: $0.values) }
      Terminal.print(jsonText(["files": entries]) + "\n")
    case .text:
      let rows = files.map { file in
        let names = file.values.map(\.name).joined(separator: ", ")
        return [file.path, file.purpose + (names.isEmpty ? "" : " Takes \(names).")]
      }
      Terminal.print(Columns.text(rows))
    case .sarif, .github: break
    }
    return .done
  }

  private static func show(_ invocation: Invocation) throws -> ExitCode {
    for name in invocation.operands.dropFirst() {
      let file = try BuiltInFile.named(name)
      guard let text = file.text else {
        throw UsageError("'\(file.path)' is not a text; 'versus theme export' copies it")
      }
      let entry = Entry(
        path: file.path, purpose: file.purpose, values: file.values, text: text)
      Terminal.print(invocation.format == .json ? jsonText(entry) + "\n" : text)
    }
    return .done
  }
}

extension Option {
  static let allFiles = Option("all", help: "copy every file that the site does not have")
  static let keepFiles = Option(
    "keep", help: "leave the site's files as they are; only remember that they are up to date")
}
