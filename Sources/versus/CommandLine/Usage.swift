/// One way to call a command: its operands, and the code to run for them.
struct Usage: Sendable {
  typealias Action = @Sendable (Invocation) throws -> ExitCode

  let operands: [Operand]
  /// What the usage does, in `Prose`; empty if it is the command's only usage.
  let meaning: String
  /// The options that only this usage takes; help lists them beside the operands.
  let options: [Option]
  let run: Action

  init(
    _ operands: [Operand] = [], _ meaning: String = "", options: [Option] = [],
    run: @escaping Action
  ) {
    self.operands = operands
    self.meaning = meaning
    self.options = options
    self.run = run
  }

  /// The operands, such as `vendor NAME [WEEK]`.
  var synopsis: String { operands.map(\.synopsis).joined(separator: " ") }

  fileprivate func takes(_ count: Int) -> Bool {
    operands.count { !$0.isOptional } <= count
      && (count <= operands.count || operands.last?.isRepeated == true)
  }
}

extension Command {
  /// Returns the usage that matches the operands.
  ///
  /// - Throws: `UsageError` if none matches.
  func usage(for operands: [String]) throws(UsageError) -> Usage {
    let candidates = try usages(beginningWith: operands.first)
    guard let usage = candidates.first(where: { $0.takes(operands.count) }) else {
      let most = candidates.map(\.operands.count).max() ?? 0
      let extra = operands.dropFirst(most).first.map { "'\(name)' takes no '\($0)'; " } ?? ""
      throw UsageError(extra + "usage: " + candidates.map(line).joined(separator: " or "))
    }
    for (operand, text) in zip(usage.operands, operands) {
      try check(text, among: operand.candidates.words)
    }
    return usage
  }

  /// Returns the usages that can start with a word. A usage with that fixed word takes precedence
  /// over one that accepts any word.
  private func usages(beginningWith text: String?) throws(UsageError) -> [Usage] {
    guard let text else { return usages }
    let named = usages.filter { $0.firstWords.contains(text) }
    if !named.isEmpty { return named }
    let open = usages.filter(\.firstWords.isEmpty)
    if open.isEmpty { try check(text, among: firstWords) }
    return open
  }

  /// - Parameter words: the allowed texts; if empty, any text is allowed.
  private func check(_ text: String, among words: [String]) throws(UsageError) {
    if words.isEmpty || words.contains(text) { return }
    let unknown = UsageError("'\(name)' does not know '\(text)'", near: text, among: words)
    if unknown.hasSuggestion { throw unknown }
    throw UsageError("'\(name)' takes \(alternatives(words)), not '\(text)'")
  }
}

extension Usage {
  fileprivate var firstWords: [String] { operands.first?.candidates.words ?? [] }
}

extension Command {
  /// The fixed words that may be the first operand.
  var firstWords: [String] { usages.flatMap(\.firstWords) }
}

/// Joins words into a list such as `bash, zsh or fish`.
func alternatives(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.joined() }
  return words.dropLast().joined(separator: ", ") + " or " + last
}
