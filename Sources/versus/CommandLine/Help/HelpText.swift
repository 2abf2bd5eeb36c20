/// Help for a terminal.
enum HelpText {
  private static let width = 100

  static var overview: String {
    let commands = Command.all.map { ("versus \($0.synopsis)", $0.summary) }
    return """
      versus: a comparison website from vendor reports

      \(table(commands, column: 50))

      'versus help COMMAND' tells more about each command.

      """
  }

  static func page(_ command: Command) -> String {
    let description = Prose.paragraphs(command.description).map { filled($0) }
    let sections =
      [usage(command), filled(command.summary)] + description + [
        "Options, each with the environment variable that sets it:\n"
          + table(command.options.map(row), column: 27),
        examples(command),
        "Exit codes:\n"
          + table(ExitCode.allCases.map { ("\($0.rawValue)", $0.meaning) }, column: 7),
      ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static func usage(_ command: Command) -> String {
    let lines = command.usages.map { usage in
      let line = command.line(for: usage)
      return usage.meaning.isEmpty ? line : line + "\n" + filled(usage.meaning, indent: 11)
    }
    return "usage: " + lines.joined(separator: "\n       ")
  }

  private static func row(_ option: Option) -> (String, String) {
    let short = option.short.map { "-\($0), " } ?? "    "
    let value = option.value.map { " " + $0.name } ?? ""
    let variable = option.variable.map { " [\($0)]" } ?? ""
    return ("\(short)--\(option.name)\(value)", option.explanation + variable)
  }

  private static func examples(_ command: Command) -> String {
    if command.examples.isEmpty { return "" }
    let lines = command.examples.map { "  \($0.line)\n" + filled($0.meaning, indent: 6) }
    return "Examples:\n" + lines.joined(separator: "\n")
  }

  private static func filled(_ text: String, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    return Prose.lines(Prose.plain(text), width: width - indent)
      .map { margin + $0 }.joined(separator: "\n")
  }

  /// Returns a table of indented terms, with their meanings from a column on. A term that is too
  /// long gets a line of its own.
  private static func table(_ rows: [(String, String)], column: Int) -> String {
    rows.map { term, meaning in
      let lines = Prose.lines(Prose.plain(meaning), width: width - column)
      let term = "  " + term
      let isShort = term.count < column - 1
      let first = isShort ? term + margin(column - term.count) : term + "\n" + margin(column)
      return first + lines.joined(separator: "\n" + margin(column))
    }.joined(separator: "\n")
  }

  private static func margin(_ width: Int) -> String { String(repeating: " ", count: width) }
}
