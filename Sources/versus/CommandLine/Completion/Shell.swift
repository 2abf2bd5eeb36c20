/// The shells that versus completes commands for.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  var completion: String {
    switch self {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// Text that no shell expands.
  func quoted(_ text: String) -> String {
    let quote = self == .fish ? "\\'" : "'\\''"
    return "'" + text.map { $0 == "'" ? quote : String($0) }.joined() + "'"
  }
}

extension Command {
  /// Whether some operand is a file or a folder.
  var takesFiles: Bool { usages.contains { $0.operands.contains { $0.candidates.isFiles } } }
  var takesFolders: Bool { usages.contains { $0.operands.contains { $0.candidates.isFolders } } }
}

extension Candidates {
  var isFiles: Bool { if case .files = self { true } else { false } }
  var isFolders: Bool { if case .folders = self { true } else { false } }
}
