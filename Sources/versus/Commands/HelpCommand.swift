/// The command `versus help [COMMAND]`, `versus help keys [KIND] [KEY]`.
enum HelpCommand {
  static let command = Command(
    "help",
    summary: "show help for versus, a command, or the keys of files",
    usages: [
      Usage(
        [Operand("COMMAND", .words { Command.all.map(\.name) }, isOptional: true)],
        "how a command is called", options: [.man], run: run),
      Usage(
        [
          .words("keys"), Operand("KIND", .words { kinds }, isOptional: true),
          Operand("KEY", isOptional: true),
        ], "what the keys of a kind of file mean, or one of them", run: showKeys),
    ],
    options: [.man, .markdown],
    examples: [
      Command.Example("versus help build", "show the options of `build`"),
      Command.Example("versus help keys category winner.by", "read what a key means"),
      Command.Example("versus help --man build | man -l -", "read the manual page of `build`"),
    ])

  private static let kinds = FileKind.allCases.map(\.rawValue)

  private static func showKeys(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let operands = invocation.operands.dropFirst()
    guard let kind = operands.first.flatMap({ FileKind(rawValue: $0) }) else {
      let isMarkdown = invocation.has(.markdown)
      Terminal.print(isMarkdown ? KeyReference.document : KeyReference.overview)
      return .done
    }
    if let key = operands.dropFirst().first {
      Terminal.print(try KeyReference.text(kind, key: key))
    } else {
      Terminal.print(KeyReference.text(kind))
    }
    return .done
  }

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
    "markdown", help: "print Markdown, as in `docs/commands.md` and `docs/content.md`")
}
