/// The shells for which versus can print completions.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  var completion: String {
    switch self {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// Quotes a text so that the shell does not expand anything in it.
  func quoted(_ text: String) -> String {
    let quote = self == .fish ? "\\'" : "'\\''"
    return "'" + text.map { $0 == "'" ? quote : String($0) }.joined() + "'"
  }
}

extension Command {
  /// Whether an operand is a file or a folder.
  var takesFiles: Bool { usages.contains { $0.operands.contains { $0.candidates.isFiles } } }
  var takesFolders: Bool { usages.contains { $0.operands.contains { $0.candidates.isFolders } } }
}

extension Candidates {
  var isFiles: Bool { if case .files = self { true } else { false } }
  var isFolders: Bool { if case .folders = self { true } else { false } }
}
