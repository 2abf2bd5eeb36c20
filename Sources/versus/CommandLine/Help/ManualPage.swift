/// Manual pages for `man`, in roff with the macros of `man(7)`.
enum ManualPage {
  /// The page `versus(1)`.
  static var overview: String {
    let commands = Command.all.map { command in
      entry("versus " + command.synopsis, command.summary)
    }
    return document("versus", summary: "make a comparison website from vendor reports") {
      """
      .SH SYNOPSIS
      .B versus
      \\fICOMMAND\\fR [\\fIOPTIONS\\fR]
      .SH DESCRIPTION
      \(text("Makes a website with a page for every pair of vendors out of Markdown reports."))
      .SH COMMANDS
      \(commands.joined(separator: "\n"))
      .SH ENVIRONMENT
      \(text("Each option has a variable, which the manual page of its command names."))
      \(text("`NO_COLOR`, `FORCE_COLOR`, `TERM=dumb` and `CI` are honoured."))
      \(exitStatus)
      .SH SEE ALSO
      \(references(Command.all.map { "versus-" + $0.name }))
      """
    }
  }

  /// Returns the page of a command, such as `versus-build(1)`.
  static func page(_ command: Command) -> String {
    let usages = command.usages.map { usage in
      "\\fB\(Prose.roff(command.line(for: usage)))\\fR"
    }
    let sections = [
      ".SH SYNOPSIS\n" + usages.joined(separator: "\n.br\n"),
      description(command),
      ".SH OPTIONS\n" + command.options.map(option).joined(separator: "\n"),
      command.examples.isEmpty
        ? ""
        : ".SH EXAMPLES\n"
          + command.examples.map { entry($0.line, $0.meaning) }.joined(separator: "\n"),
      exitStatus, ".SH SEE ALSO\n" + references(["versus"]),
    ]
    return document("versus-" + command.name, summary: command.summary) {
      sections.filter { !$0.isEmpty }.joined(separator: "\n")
    }
  }

  /// Returns a page without a date, so that the same program always produces the same page.
  private static func document(_ name: String, summary: String, body: () -> String) -> String {
    """
    .TH \(Prose.roff(name.uppercased())) 1 "" "versus \(Tool.version)" "Manual of versus"
    .SH NAME
    \(Prose.roff(name)) \\- \(Prose.roff(summary))
    \(body())

    """
  }

  private static func description(_ command: Command) -> String {
    let usages = command.usages.filter { !$0.meaning.isEmpty }.map { usage in
      entry("versus \(command.name) \(usage.synopsis)", usage.meaning)
    }
    let paragraphs = Prose.paragraphs(command.description).map(text)
    let parts = [usages.joined(separator: "\n")] + paragraphs
    let body = parts.filter { !$0.isEmpty }.joined(separator: "\n.PP\n")
    return body.isEmpty ? "" : ".SH DESCRIPTION\n" + body
  }

  private static func option(_ option: Option) -> String {
    let short = option.short.map { "\\fB\\-\($0)\\fR, " } ?? ""
    let value = option.value.map { "=\\fI\(Prose.roff($0.name))\\fR" } ?? ""
    let variable = option.variable.map { " [\($0)]" } ?? ""
    return """
      .TP
      \(short)\\fB\\-\\-\(Prose.roff(option.name))\\fR\(value)
      \(text(option.explanation + variable))
      """
  }

  private static var exitStatus: String {
    ".SH EXIT STATUS\n"
      + ExitCode.allCases.map { entry("\($0.rawValue)", $0.meaning) }.joined(separator: "\n")
  }

  private static func entry(_ term: String, _ meaning: String) -> String {
    ".TP\n\\fB\(Prose.roff(term))\\fR\n\(text(meaning))"
  }

  /// Escapes text so that roff takes no line for a request, which begins with a dot.
  private static func text(_ prose: String) -> String {
    Prose.lines(Prose.roff(prose), width: 79)
      .map { $0.hasPrefix(".") ? "\\&" + $0 : $0 }.joined(separator: "\n")
  }

  private static func references(_ names: [String]) -> String {
    names.enumerated().map { index, name in
      ".BR \(Prose.roff(name)) (1)" + (index == names.count - 1 ? "" : ",")
    }.joined(separator: "\n")
  }
}
