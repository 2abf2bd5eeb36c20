/// A word on the command line that does not belong to an option.
struct Operand: Sendable {
  /// The name in help: `WEEK`, or the allowed words.
  let name: String
  let candidates: Candidates
  let isOptional: Bool
  /// Whether more words of its kind may follow; only for the last operand.
  let isRepeated: Bool

  init(
    _ name: String, _ candidates: Candidates = .anything, isOptional: Bool = false,
    isRepeated: Bool = false
  ) {
    self.name = name
    self.candidates = candidates
    self.isOptional = isOptional
    self.isRepeated = isRepeated
  }

  /// Returns an operand that is one of a few fixed words.
  static func words(_ words: String...) -> Operand { Operand(words) }

  init(_ words: [String]) {
    self.init(words.joined(separator: "|"), .words { words })
  }

  var synopsis: String {
    let text = isRepeated ? name + "…" : name
    return isOptional ? "[\(text)]" : text
  }
}

/// The words or files that completion proposes at a place on the command line.
enum Candidates: Sendable {
  /// Values that only the user knows.
  case anything
  case folders
  case files
  /// Exactly these words. A closure, because `help` accepts the names of all commands, including
  /// its own.
  case words(@Sendable () -> [String])

  /// The allowed words; empty if other text is allowed.
  var words: [String] {
    if case .words(let words) = self { words() } else { [] }
  }
}
