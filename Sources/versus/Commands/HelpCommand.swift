/// The command `versus help [COMMAND]`.
enum HelpCommand {
  static let command = Command(
    "help",
    summary: "show help for versus or a command",
    usages: [
      Usage([Operand("COMMAND", .words { Command.all.map(\.name) }, isOptional: true)], run: run)
    ],
    options: [.man, .markdown],
    examples: [
      Command.Example("versus help build", "show the options of `build`"),
      Command.Example("versus help --man build | man -l -", "read the manual page of `build`"),
    ])

  private static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let command: Command? =
      if let name = invocation.operands.first { try Command.named(name) } else { nil }
    if invocation.has(.man) {
      Terminal.print(command.map(ManualPage.page) ?? ManualPage.overview)
    } else if invocation.has(.markdown) {
      Terminal.print(command.map(CommandReference.section) ?? CommandReference.document)
    } else {
      Terminal.print(command.map(HelpText.page) ?? HelpText.overview)
    }
    return .done
  }
}

extension Option {
  fileprivate static let man = Option("man", help: "print a manual page in roff")
  fileprivate static let markdown = Option(
    "markdown", help: "print Markdown, as in `docs/commands.md`")
}
