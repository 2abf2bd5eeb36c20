/// A command as data, from which parsing, help, completion, manual pages and `docs/commands.md` are
/// derived.
struct Command: Sendable {
  struct Example: Sendable {
    let line: String
    let meaning: String

    init(_ line: String, _ meaning: String) {
      self.line = line
      self.meaning = meaning
    }
  }

  let name: String
  /// What the command does: an imperative, in `Prose`, without a full stop.
  let summary: String
  /// Further information for users: paragraphs of `Prose`.
  let description: String
  /// The ways to call the command, at least one.
  let usages: [Usage]
  let options: [Option]
  let examples: [Example]

  init(
    _ name: String, summary: String, description: String = "", usages: [Usage],
    options: [Option] = [], examples: [Example] = []
  ) {
    precondition(!usages.isEmpty, "a command without a usage cannot run")
    self.name = name
    self.summary = summary
    self.description = description
    self.usages = usages
    self.options = options + [.help]
    self.examples = examples
  }

  /// The usages on one line, such as `schema report|category|site|template NAME`.
  ///
  /// Alternatives with operands of their own are cut to their first word, unless only the last one
  /// has operands: whatever follows a bar would seem to belong to all alternatives.
  var synopsis: String {
    let isReadable = usages.dropLast().allSatisfy { $0.operands.count <= 1 }
    let forms = usages.map { isReadable ? $0.synopsis : $0.operands.first?.synopsis ?? "" }
    let text = forms.joined(separator: "|")
    return (text.isEmpty ? name : "\(name) \(text)") + (isReadable ? "" : " …")
  }

  /// Returns a usage line, such as `versus new week WEEK [--from WEEK] [OPTIONS]`.
  func line(for usage: Usage) -> String {
    let options = usage.options.map { "[--\($0.name)\($0.value.map { " " + $0.name } ?? "")]" }
    let words = ["versus", name, usage.synopsis] + options + ["[OPTIONS]"]
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
