import Content
import Diagnosing
import Importing
import Markup
import Reading
import System

/// The command `versus import FILE --category CATEGORY --week WEEK`.
enum ImportCommand {
  static let command = Command(
    "import",
    summary: "turn the rows of a table into reports",
    description: """
      FILE is a table with one row per report (`.csv` per RFC 4180, or `.tsv`), a list of
      mappings (`.json`, `.yaml`), a Markdown file with a table (`.md`), or a workbook (`.xlsx`,
      `.ods`; read by ssconvert or LibreOffice). `-` is standard input. Columns have the names of
      the criteria, unless a mapping says otherwise. A table with a week column may hold several
      weeks.

      `--guess` prints a mapping that the table suggests, with the reason for each line, and
      imports nothing.

      Only what changed is written: a new report begins as a copy of the one in force. Vendors that
      the table no longer has are named, and with `--retire` end.

      If a row does not fit, an existing report has a different value, or the week is frozen,
      nothing is written; `--force` replaces such values and changes frozen weeks, which need a
      correction then. Whatever the table does not mention stays as it is.
      """,
    usages: [Usage([Operand("FILE", .files)], options: [.category, .importedWeek], run: run)],
    options: [
      .category, .importedWeek, .mapping, .guess, .all, .retire, .dryRun, .force, .source, .format,
      .quiet,
    ],
    examples: [
      Command.Example(
        "versus import scores.csv --category note-apps --week 2026-W15 --dry-run",
        "show what the import would change"),
      Command.Example(
        "versus import README.md --category note-apps --guess > mapping.yaml",
        "write a mapping to begin with"),
    ])

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    if invocation.has(.guess) { return try guess(invocation) }
    var log = Diagnostics()
    let plan = try plan(invocation, into: &log)
    UntilExit.keep(plan)
    let changed = plan?.entries.filter { $0.state != .unchanged } ?? []
    if let plan, !invocation.has(.force) {
      if let week = changed.map(\.report.week).min() {
        try FrozenWeeks(ContentFolder(invocation.source)).refuse(
          week,
          orElse: "import into a later week, or use '--force' and say in content/corrections.yaml "
            + "what was wrong")
      }
      for entry in plan.entries where entry.overwrites {
        log.report(.existingReport(entry.report.path, at: entry.report.span))
      }
    }
    guard let plan, !log.hasErrors else {
      if let plan, invocation.format == .text { Terminal.print(plan.text) }
      invocation.report(log)
      return .contentWrong
    }
    if !invocation.has(.dryRun) {
      for entry in changed {
        try replaceFile(
          Array(entry.text.utf8), at: entry.report.path, inside: invocation.source)
      }
    }
    invocation.reportWarnings(log)
    switch invocation.format {
    case .json: Terminal.print(jsonText(ImportResult(plan, isDry: invocation.has(.dryRun))) + "\n")
    case .text where !invocation.isQuiet:
      Terminal.print(plan.text)
      Terminal.print(summary(plan, isDry: invocation.has(.dryRun)))
    default: break
    }
    return .done
  }

  /// Plans the import; returns nil if an error was reported.
  private static func plan(
    _ invocation: Invocation, into log: inout Diagnostics
  ) throws -> ImportPlan? {
    let folder = try ContentFolder(invocation.source)
    let mappingFile = try invocation[.mapping].map { try TableFile.file($0) }
    guard let category = try category(invocation, folder, into: &log) else { return nil }
    let form = mappingFile.map { MappingReader.form($0, into: &log) } ?? TableForm()
    if log.hasErrors { return nil }
    let tableFile = try TableFile.table(invocation.operands[0], number: form.number)
    guard let table = Table.read(tableFile, form, into: &log),
      let mapping = mappingFile.map({
        MappingReader(category: category, table: table).read($0, into: &log)
      }) ?? Mapping(naming: category, table, into: &log)
    else { return nil }
    let week = invocation.week
    if week == nil, mapping.week == nil {
      throw UsageError("give --week, or name the table's column of weeks in a mapping")
    }
    guard let reports = TableImport(table, mapping, category).reports(of: week, into: &log)
    else { return nil }
    let options: [(Option, ImportPlan.Scope)] = [(.all, .all), (.retire, .retire)]
    let scope = options.filter { invocation.has($0.0) }.map(\.1)
    let plan = try ImportPlan(
      reports, of: category, in: folder, scope: ImportPlan.Scope(scope), into: &log)
    if let vanished = plan?.vanished, !vanished.isEmpty {
      log.report(.vanishedVendors(vanished, at: tableFile.start))
    }
    return plan
  }

  /// Prints a mapping that the table suggests.
  private static func guess(_ invocation: Invocation) throws -> ExitCode {
    if invocation[.mapping] != nil {
      throw UsageError("'--guess' makes a mapping, so '--mapping' does not go with it")
    }
    var log = Diagnostics()
    let folder = try ContentFolder(invocation.source)
    guard let category = try category(invocation, folder, into: &log) else {
      invocation.report(log)
      return .contentWrong
    }
    let file = try TableFile.table(invocation.operands[0], number: 1)
    let reports = try folder.files(below: "content/reports")
    let known = Set(
      reports.compactMap { path in
        path.hasSuffix(".md") ? path.split(separator: "/").last.map { String($0.dropLast(3)) } : nil
      })
    guard let guess = MappingGuess(file, for: category, known: known, into: &log) else {
      invocation.report(log)
      return .contentWrong
    }
    Terminal.print(guess.text)
    return .done
  }

  private static func category(
    _ invocation: Invocation, _ folder: ContentFolder, into log: inout Diagnostics
  ) throws -> Category? {
    let reader = ContentReader(folder: folder)
    let names = try reader.categoryNames()
    let name = try Option.category(invocation, among: names)
    return try reader.category(name, into: &log)
  }

  private static func summary(_ plan: ImportPlan, isDry: Bool) -> String {
    func count(_ state: ImportPlan.State) -> Int { plan.entries.count { $0.state == state } }
    return "\(count(.new)) new, \(count(.changed)) changed, \(count(.unchanged)) unchanged"
      + (isDry ? "; a dry run, nothing was written\n" : "\n")
  }
}

extension Option {
  fileprivate static let importedWeek = Option(
    "week", short: "w", takes: .week,
    help: "the week of the reports; from a table with a week column, only its rows")
  fileprivate static let mapping = Option(
    "mapping", takes: .existingFile, help: "a file that says what each column is")
  fileprivate static let guess = Option(
    "guess", help: "print a mapping that the table suggests; import nothing")
  fileprivate static let all = Option(
    "all", help: "write a report for each row, even if nothing changed")
  fileprivate static let retire = Option(
    "retire", help: "end the vendors that the table no longer has")
  fileprivate static let dryRun = Option("dry-run", help: "show what would change; write nothing")
  fileprivate static let force = Option(
    "force", help: "replace values of existing reports, also of frozen weeks")
}
