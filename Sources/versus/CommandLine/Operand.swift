/// A place on the command line that is not an option's.
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

  /// One of a few words, which stand for themselves.
  static func words(_ words: String...) -> Operand { Operand(words) }

  init(_ words: [String]) {
    self.init(words.joined(separator: "|"), .words { words })
  }

  var synopsis: String { isOptional ? "[\(name)]" : name }
}

/// What completion may propose in a place of the command line.
enum Candidates: Sendable {
  /// Only the user knows.
  case anything
  case folders
  case files
  /// Nothing but these words. A closure, because `help` takes the names of all commands, itself
  /// among them.
  case words(@Sendable () -> [String])

  /// Empty where other text is allowed.
  var words: [String] {
    if case .words(let words) = self { words() } else { [] }
  }
}
