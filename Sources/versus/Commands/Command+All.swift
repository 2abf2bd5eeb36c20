/// All commands. A new command needs a file of its own and a line here.
extension Command {
  static let all: [Command] = [
    InitCommand.command,
    NewCommand.command,
    ImportCommand.command,
    CheckCommand.command,
    ListCommand.command,
    PlanCommand.command,
    BuildCommand.command,
    ServeCommand.command,
    PublishCommand.command,
    RollbackCommand.command,
    ExplainCommand.command,
    DiffCommand.command,
    SnapshotCommand.command,
    ThemeCommand.command,
    SchemaCommand.command,
    CompletionCommand.command,
    HelpCommand.command,
    VersionCommand.command,
  ]

  /// Returns the command of a name.
  ///
  /// - Throws: `UsageError` if there is no such command.
  static func named(_ name: String) throws(UsageError) -> Command {
    if let command = all.first(where: { $0.name == name }) { return command }
    throw UsageError("unknown command '\(name)'", near: name, among: all.map(\.name))
  }
}
