/// Completions, written from the tables of commands and options.
enum Completion: String, CaseIterable {
  case bash, zsh, fish

  var script: String {
    switch self {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  private func words(_ command: Command) -> String {
    let options = command.options.map { "--" + $0.rawValue }
    return (options + command.words).joined(separator: " ")
  }

  private var bash: String {
    let values = Option.allCases.filter { $0.placeholder != nil }.map { option in
      let names = [option.short.map { "-\($0)" }, "--" + option.rawValue].compactMap(\.self)
      let source =
        option.placeholder == "DIR" ? "-d" : "-W \"\(option.values.joined(separator: " "))\""
      return
        "    \(names.joined(separator: "|"))) COMPREPLY=($(compgen \(source) -- \"$current\"));"
        + " return ;;"
    }
    let cases = Command.allCases.map { "    \($0.rawValue)) words=\"\(words($0))\" ;;" }
    return """
      _versus() {
        local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" words
        case "$previous" in
      \(values.joined(separator: "\n"))
        esac
        if [ "$COMP_CWORD" -eq 1 ]; then
          words="\(Command.allCases.map(\.rawValue).joined(separator: " "))"
        else
          case "${COMP_WORDS[1]}" in
      \(cases.joined(separator: "\n"))
          esac
        fi
        COMPREPLY=($(compgen -W "$words" -- "$current"))
      }
      complete -F _versus versus

      """
  }

  private var fish: String {
    let names = Command.allCases.map(\.rawValue).joined(separator: " ")
    var lines = ["complete -c versus -f"]
    for command in Command.allCases {
      lines.append(
        "complete -c versus -n 'not __fish_seen_subcommand_from \(names)' -a \(command.rawValue) -d '\(command.summary)'"
      )
      for option in command.options {
        let short = option.short.map { " -s \($0)" } ?? ""
        let value =
          option.placeholder == nil
          ? "" : option.values.isEmpty ? " -r" : " -r -a '\(option.values.joined(separator: " "))'"
        lines.append(
          "complete -c versus -n '__fish_seen_subcommand_from \(command.rawValue)' -l \(option.rawValue)\(short)\(value) -d \"\(option.help)\""
        )
      }
      if !command.words.isEmpty {
        lines.append(
          "complete -c versus -n '__fish_seen_subcommand_from \(command.rawValue)' -a '\(command.words.joined(separator: " "))'"
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
