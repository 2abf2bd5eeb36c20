/// Help texts, written from the tables of commands and options.
enum Help {
  static var overview: String {
    let commands = Command.allCases.map { "  versus \(padded($0.synopsis, 43))\($0.summary)" }
    return """
      versus: a comparison website from vendor reports

      \(commands.joined(separator: "\n"))

      'versus help COMMAND' tells more of each.

      """
  }

  /// The parts that a manual page has, in their order.
  static func text(on command: Command) -> String {
    let parts = [
      "usage: versus \(command.synopsis)", command.summary, command.details,
      "Options (and the environment variables that set them):\n" + options(of: command),
      exitCodes,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static func options(of command: Command) -> String {
    command.options.map { option in
      let short = option.short.map { "-\($0), " } ?? "    "
      let value = option.placeholder.map { " \($0)" } ?? ""
      let variable = option == .help ? "" : " [\(option.environment)]"
      return "  " + padded("\(short)--\(option.rawValue)\(value)", 22) + option.help + variable
    }.joined(separator: "\n")
  }

  private static let exitCodes = """
    Exit codes: 0 done, 1 content or templates wrong, 2 command line wrong, 3 the machine failed,
    4 a check did not hold, 130 interrupted.
    """

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
