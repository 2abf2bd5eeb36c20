/// The command `versus completion bash|zsh|fish`.
enum CompletionCommand {
  static let command = Command(
    "completion",
    summary: "print completions for a shell",
    usages: [Usage([Operand(Shell.allCases.map(\.rawValue))], run: run)],
    examples: [
      Command.Example("source <(versus completion bash)", "enable completion in the current shell")
    ])

  private static func run(_ invocation: Invocation) -> ExitCode {
    for shell in invocation.operands.compactMap(Shell.init) { Terminal.print(shell.completion) }
    return .done
  }
}
