/// Help texts, written from the tables of commands and options.
enum Help {
  static var overview: String {
    let commands = Command.allCases.map { "  versus \(padded($0.synopsis, 52))\($0.summary)" }
    return """
      versus: a comparison website from vendor reports

      \(commands.joined(separator: "\n"))

      `versus help COMMAND` lists a command's options. Each option has an environment variable,
      such as VERSUS_OUTPUT. Exit codes: 0 done, 1 content or templates wrong, 2 command line
      wrong, 3 the machine failed, 4 a check did not hold, 130 interrupted.

      """
  }

  static func text(on command: Command) -> String {
    let options = command.options.map { option in
      let short = option.short.map { "-\($0), " } ?? "    "
      let value = option.placeholder.map { " \($0)" } ?? ""
      return "  " + padded("\(short)--\(option.rawValue)\(value)", 24) + option.help
    }
    return
      "usage: versus \(command.synopsis)\n\n\(command.summary)\n\n\(options.joined(separator: "\n"))\n"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
