/// `versus completion bash|zsh|fish`
enum CompletionCommand {
  static let command = Command(
    "completion",
    summary: "print the completions of a shell",
    usages: [Usage([Operand(Shell.allCases.map(\.rawValue))], run: run)],
    examples: [
      Command.Example("source <(versus completion bash)", "complete commands in this shell")
    ])

  private static func run(_ invocation: Invocation) -> ExitCode {
    for shell in invocation.operands.compactMap(Shell.init) { Terminal.print(shell.completion) }
    return .done
  }
}
