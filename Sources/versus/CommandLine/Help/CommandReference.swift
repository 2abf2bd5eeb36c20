/// The reference of the command line in Markdown, `docs/commands.md`.
enum CommandReference {
  static var document: String {
    """
    # Commands

    <!-- Written by `versus help --markdown` from the commands themselves: do not edit it. -->

    \(table(Command.all.map { ("`\($0.synopsis)`", $0.summary) }, head: "command", "purpose"))

    Options follow GNU conventions: `--output=DIR`, `--output DIR`, `-o DIR`, `-oDIR`, and `--`
    before operands that start with a dash. An environment variable sets an option; the command line
    wins. Results go to standard output, everything else to standard error. `NO_COLOR`,
    `FORCE_COLOR`, `TERM=dumb` and `CI` are honoured.

    \(table(ExitCode.allCases.map { ("\($0.rawValue)", $0.meaning) }, head: "exit code", "meaning"))

    \(Command.all.map(section).joined(separator: "\n"))
    """
  }

  static func section(_ command: Command) -> String {
    let usages = command.usages.map(command.line)
    let meanings = command.usages.filter { !$0.meaning.isEmpty }.map { usage in
      "- `\(usage.synopsis)`: \(usage.meaning)"
    }
    let parts = [
      "## versus \(command.name)",
      sentence(command.summary),
      block(usages),
      meanings.joined(separator: "\n"),
      command.description,
      options(command),
      command.examples.isEmpty
        ? "" : block(command.examples.flatMap { ["# " + $0.meaning, $0.line] }),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static func sentence(_ summary: String) -> String {
    summary.prefix(1).uppercased() + summary.dropFirst() + "."
  }

  private static func block(_ lines: [String]) -> String {
    "```sh\n" + lines.map(Prose.plain).joined(separator: "\n") + "\n```"
  }

  private static func options(_ command: Command) -> String {
    let rows = command.options.map { option in
      let value = option.value.map { " " + $0.name } ?? ""
      let names = [option.short.map { "-\($0)" }, "--" + option.name + value].compactMap(\.self)
      return [
        names.map { "`\($0)`" }.joined(separator: ", "), option.variable.map { "`\($0)`" } ?? "",
        option.explanation,
      ]
    }
    return (["| option | variable | purpose |", "|---|---|---|"] + rows.map(row)).joined(
      separator: "\n")
  }

  private static func table(_ rows: [(String, String)], head: String...) -> String {
    ([row(head), "|---|---|"] + rows.map { row([$0.0, $0.1]) }).joined(separator: "\n")
  }

  /// Returns a row of a table, with bars escaped: a bar ends a cell even inside code.
  private static func row(_ cells: [String]) -> String {
    "|" + cells.map { ($0.isEmpty ? "" : " ") + $0.replacing("|", with: "\\|") + " |" }.joined()
  }
}
