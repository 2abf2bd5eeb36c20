/// A word on the command line that belongs to no option.
struct Operand: Sendable {
  /// What help calls it: `WEEK`, or the words it may be.
  let name: String
  let candidates: Candidates
  let isOptional: Bool

  init(_ name: String, _ candidates: Candidates = .anything, isOptional: Bool = false) {
    self.name = name
    self.candidates = candidates
    self.isOptional = isOptional
  }

  /// One of a few fixed words.
  static func words(_ words: String...) -> Operand { Operand(words) }

  init(_ words: [String]) {
    self.init(words.joined(separator: "|"), .words { words })
  }

  var synopsis: String { isOptional ? "[\(name)]" : name }
}

/// What may be typed at a place on the command line, for completion to propose.
enum Candidates: Sendable {
  /// Only the user knows.
  case anything
  case folders
  case files
  /// Exactly these words. A closure, because `help` takes the names of all commands, including its
  /// own.
  case words(@Sendable () -> [String])

  /// Empty where other text is allowed.
  var words: [String] {
    if case .words(let words) = self { words() } else { [] }
  }
}
