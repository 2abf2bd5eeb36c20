import Content
import Diagnosing
import System
import Writing

/// The command `versus new KIND …`.
enum NewCommand {
  static let command = Command(
    "new",
    summary: "write a file with the right keys; never overwrite one",
    description: """
      Prints the path of the new file or folder. A YAML file begins with a comment that names its
      JSON Schema for editors; the schema is written, too. Texts that begin with `TODO:` say what
      to write in their place, and `versus check` warns as long as they are there.
      """,
    usages: [
      Usage(
        [.words("vendor"), Operand("NAME"), Operand("WEEK", isOptional: true)],
        "a report with every key of the category, without values, or a copy of the one in force",
        options: [.category], run: NewVendor.run),
      Usage(
        [.words("report"), Operand("VENDOR", isOptional: true), Operand("WEEK", isOptional: true)],
        "the same; without VENDOR, print what a report of the category consists of",
        options: [.category], run: NewReport.run),
      Usage(
        [.words("week"), Operand("WEEK")],
        "an empty folder for a week or, with `--from`, copies of the reports in force in another",
        options: [.from], run: NewWeek.run),
      Usage(
        [.words("comparison"), Operand("A"), Operand("B")],
        "an editor's article about a pair of vendors",
        run: Skeleton.newComparison),
      Usage(
        [.words("prompt"), Operand("NAME")], "a prompt with the answers of vendors"
      ) {
        try write(Skeleton.prompt(slug($0.operands[1])), in: "prompts", $0)
      },
      Usage([.words("author"), Operand("NAME")], "an author of articles") {
        try write(Skeleton.author(slug($0.operands[1])), in: "authors", $0)
      },
      Usage([.words("page"), Operand("NAME")], "a free page, such as `about`") {
        try write(Skeleton.page(slug($0.operands[1])), in: "pages", $0)
      },
      Usage(
        [.words("category"), Operand("NAME")],
        "a category with one criterion to begin with or, with `--table`, with the columns of a "
          + "table",
        options: [.table], run: NewCategory.run),
      Usage(
        [.words("correction"), Operand("PAGE"), Operand("DATE")],
        "an entry of the corrections log, about a vendor, a pair `a-vs-b` or a free page",
        run: NewCorrection.run),
      Usage([.words("site")], "the file with the site's title and address") {
        try write(Skeleton.site, to: "content/site.yaml", $0)
      },
    ],
    options: [.from, .category, .table, .source, .format, .quiet],
    examples: [
      Command.Example("versus new vendor acme 2026-W15", "start a report on a new vendor"),
      Command.Example(
        "versus new week 2026-W15 --from 2026-W14", "start a week with copies to update"),
      Command.Example(
        "versus new category cars --table cars.csv", "start a category from a table"),
      Command.Example(
        "versus new report --format json", "tell a program what a report consists of"),
    ])

  /// Writes a file that is named like the first operand.
  static func write(
    _ text: String, in folder: String, _ invocation: Invocation
  ) throws -> ExitCode {
    let form = text.hasPrefix("---") ? "md" : "yaml"
    return try write(
      text, to: "content/\(folder)/\(slug(invocation.operands[1])).\(form)", invocation)
  }

  static func slug(_ text: String) throws(UsageError) -> String {
    if let slug = Slug(text) { return slug.text }
    let near = (try? SlugMaker().slug(of: text).get()).map { "; did you mean '\($0.text)'?" } ?? ""
    throw UsageError(
      "'\(text)' must be lower-case letters and digits, joined by '-', without '-vs-'\(near)"
    )
  }

  static func write(
    _ text: String, to path: String, _ invocation: Invocation
  ) throws -> ExitCode {
    let full = invocation.source + "/" + path
    if fileStatus(full) != nil {
      throw UsageError("'\(full)' is already there; nothing was written")
    }
    try makeFolder(of: path, inside: invocation.source)
    let line = EditorSchemas.line(for: path)
    try writeFile(Array((line + text).utf8), to: full)
    if !line.isEmpty { try EditorSchemas.write(to: invocation.source) }
    say(full, invocation)
    return .done
  }

  /// Prints the path of the new file or folder.
  static func say(_ path: String, _ invocation: Invocation) {
    if invocation.format == .json {
      Terminal.print(jsonText(["path": path]) + "\n")
    } else if !invocation.isQuiet {
      Terminal.print(path + "\n")
    }
  }
}

extension Option {
  static let table = Option(
    "table", takes: .file, help: "propose criteria for the columns of this table")
  static let from = Option(
    "from", takes: .week, help: "start with copies of the reports in force in this week")
}
