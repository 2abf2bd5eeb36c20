/// For zsh: one call of `_arguments` a command, so that each option shows what it means.
extension Completion {
  var zsh: String {
    let names = Command.allCases.map { "    " + quoted("\($0.rawValue):\($0.summary)") }
    let cases = Command.allCases.map { command in
      let specifications = command.options.map { specification($0) } + operands(of: command)
      return """
              \(command.rawValue)) _arguments -s -S \\
                \(specifications.joined(separator: " \\\n        ")) ;;
        """
    }
    return """
      #compdef versus

      _versus() {
        local curcontext="$curcontext" state line
        local -a commands=(
      \(names.joined(separator: "\n"))
        )
        _arguments -C '1:command:->command' '*::operand:->operands'
        case $state in
          command) _describe -t commands command commands ;;
          operands)
            case $line[1] in
      \(cases.joined(separator: "\n"))
            esac ;;
        esac
      }

      # Loaded from a folder of functions it completes at once; sourced, it registers itself.
      if [[ $funcstack[1] == _versus ]]; then _versus "$@"; else compdef _versus versus; fi

      """
  }

  /// `'(-o --output)'{-o+,--output=}'[where the site goes]:DIR:_files -/'`
  private func specification(_ option: Option) -> String {
    let takesValue = option.placeholder != nil
    let long = "--" + option.rawValue
    let names =
      option.short.map {
        "'(-\($0) \(long))'{-\($0)\(takesValue ? "+" : ""),\(long)\(takesValue ? "=" : "")}"
      } ?? (takesValue ? long + "=" : long)
    return names + quoted("[\(escaped(option.help))]" + value(of: option))
  }

  /// What may stand behind an option; a blank for what only the user knows.
  private func value(of option: Option) -> String {
    guard let placeholder = option.placeholder else { return "" }
    if placeholder == "DIR" { return ":DIR:_files -/" }
    return ":\(placeholder):" + (option.values.isEmpty ? " " : words(option.values))
  }

  private func operands(of command: Command) -> [String] {
    command.words.isEmpty ? [] : [quoted("1: :" + words(command.words))]
  }

  private func words(_ words: [String]) -> String { "(\(words.joined(separator: " ")))" }

  /// Brackets end a description, and colons what stands before it.
  private func escaped(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
  }
}
