/// Completion for bash: a `case` for the option before the cursor, otherwise the command's words.
extension Shell {
  var bash: String {
    """
    _versus() {
      local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
      local words="" kind=""
      COMPREPLY=()
      # Bash makes a word of the equals sign in --format=json.
      if [ "$current" = "=" ]; then
        current=""
      elif [ "$previous" = "=" ]; then
        previous="${COMP_WORDS[COMP_CWORD-2]}"
      fi
      if [ "$COMP_CWORD" -eq 1 ]; then
        words="\(Command.all.map(\.name).joined(separator: " "))"
      else
        case "${COMP_WORDS[1]} $previous" in
    \(Command.all.flatMap(values(of:)).joined(separator: "\n"))
          *) case "${COMP_WORDS[1]}" in
    \(Command.all.map(words(of:)).joined(separator: "\n"))
          esac ;;
        esac
      fi
      if [ -n "$kind" ]; then mapfile -t COMPREPLY < <(compgen "$kind" -- "$current"); fi
      if [ -n "$words" ]; then
        mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "$words" -- "$current")
      fi
    }
    complete -F _versus versus

    """
  }

  /// Returns the `case` patterns for options with values, such as `"build -o"|"build --output")
  /// kind=-d ;;`.
  private func values(of command: Command) -> [String] {
    command.options.compactMap { option in
      guard let value = option.value else { return nil }
      let names = [option.short.map { "-\($0)" }, "--" + option.name].compactMap(\.self)
      let pattern = names.map { "\"\(command.name) \($0)\"" }.joined(separator: "|")
      return "      \(pattern)) \(assignment(value.candidates)) ;;"
    }
  }

  private func words(of command: Command) -> String {
    let words = command.options.map { "--" + $0.name } + command.firstWords
    let kind = command.takesFiles ? "kind=-f " : command.takesFolders ? "kind=-d " : ""
    return "        \(command.name)) \(kind)words=\"\(words.joined(separator: " "))\" ;;"
  }

  private func assignment(_ candidates: Candidates) -> String {
    switch candidates {
    case .anything: ":"
    case .folders: "kind=-d"
    case .files: "kind=-f"
    case .words(let words): "words=\"\(words().joined(separator: " "))\""
    }
  }
}
