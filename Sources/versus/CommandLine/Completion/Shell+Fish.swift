/// Completion for fish: one `complete` for each command, option and operand.
extension Shell {
  var fish: String {
    let names = Command.all.map(\.name).joined(separator: " ")
    let lines = Command.all.flatMap { command in
      let condition = "__fish_seen_subcommand_from \(command.name)"
      return [
        complete("not __fish_seen_subcommand_from \(names)", "-a \(command.name)", command.summary)
      ] + command.options.map { complete(condition, flags(of: $0), $0.explanation) }
        + operands(of: command, condition)
    }
    return (["complete -c versus -f"] + lines).joined(separator: "\n") + "\n"
  }

  private func complete(_ condition: String, _ flags: String, _ meaning: String = "") -> String {
    let description = meaning.isEmpty ? "" : " -d " + quoted(Prose.plain(meaning))
    return "complete -c versus -n '\(condition)' \(flags)\(description)"
  }

  private func flags(of option: Option) -> String {
    let names = "-l \(option.name)" + (option.short.map { " -s \($0)" } ?? "")
    guard let value = option.value else { return names }
    switch value.candidates {
    case .anything: return names + " -x"
    case .folders: return names + " -x -a '(__fish_complete_directories)'"
    case .files: return names + " -r -F"
    case .words(let words): return names + " -x -a " + quoted(words().joined(separator: " "))
    }
  }

  private func operands(of command: Command, _ condition: String) -> [String] {
    let words = command.firstWords
    return
      (words.isEmpty ? [] : [complete(condition, "-a " + quoted(words.joined(separator: " ")))])
      + (command.takesFiles ? [complete(condition, "-F")] : [])
      + (command.takesFolders ? [complete(condition, "-a '(__fish_complete_directories)'")] : [])
  }
}
