/// Completion for zsh: one call of `_arguments` for each command, so that each option is explained.
extension Shell {
  var zsh: String {
    let names = Command.all.map { "    " + quoted("\($0.name):\(Prose.plain($0.summary))") }
    let cases = Command.all.map { command in
      let specifications = command.options.map(specification) + operands(of: command)
      return """
              \(command.name)) _arguments -s -S \\
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

      # In a folder of functions the file completes at once; sourced, it registers the function.
      if [[ $funcstack[1] == _versus ]]; then _versus "$@"; else compdef _versus versus; fi

      """
  }

  /// Returns an option's specification, such as `'(-o --output)'{-o+,--output=}'[the output
  /// folder]:DIR:_files -/'`.
  private func specification(_ option: Option) -> String {
    let takesValue = option.value != nil
    let long = "--" + option.name
    let names =
      option.short.map {
        "'(-\($0) \(long))'{-\($0)\(takesValue ? "+" : ""),\(long)\(takesValue ? "=" : "")}"
      } ?? (takesValue ? long + "=" : long)
    let value = option.value.map { ":\($0.name):" + action($0.candidates) } ?? ""
    return names + quoted("[\(escaped(Prose.plain(option.explanation)))]" + value)
  }

  private func operands(of command: Command) -> [String] {
    let words = command.firstWords
    return (words.isEmpty ? [] : [quoted("1: :" + action(.words { words }))])
      + (command.takesFiles ? [quoted("*:FILE:" + action(.files))] : [])
      + (command.takesFolders ? [quoted("*:DIR:" + action(.folders))] : [])
  }

  /// Returns the action that makes zsh propose candidates; a blank if only the user knows them.
  private func action(_ candidates: Candidates) -> String {
    switch candidates {
    case .anything: " "
    case .folders: "_files -/"
    case .files: "_files"
    case .words(let words): "(\(words().joined(separator: " ")))"
    }
  }

  /// Escapes brackets, which end a description, and colons, which separate its parts.
  private func escaped(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
