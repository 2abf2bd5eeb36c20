/// An option of the command line as data.
struct Option: Sendable {
  /// The long name, without dashes.
  let name: String
  let short: Character?
  /// Nil for a switch.
  let value: OptionValue?
  /// What the option does, in `Prose`.
  let help: String
  /// The environment variable that sets it, if any.
  let variable: String?

  /// - Parameter variable: `VERSUS_BASE_URL` for `base-url`, unless given.
  init(
    _ name: String, short: Character? = nil, takes value: OptionValue? = nil, help: String,
    variable: String? = nil
  ) {
    let words = name.split(separator: "-").map { $0.uppercased() }
    self.init(
      name: name, short: short, value: value, help: help,
      variable: variable ?? "VERSUS_" + words.joined(separator: "_"))
  }

  private init(
    name: String, short: Character?, value: OptionValue?, help: String, variable: String?
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.help = help
    self.variable = variable
  }

  /// Every command has this option. No variable sets it, or nothing else would run.
  static let help = Option(
    name: "help", short: "h", value: nil, help: "show this help", variable: nil)

  private static let truths = ["true", "yes", "1"]
  private static let untruths = ["false", "no", "0"]

  /// - Throws: `UsageError` for a text that the option does not take.
  func check(_ text: String, from origin: String) throws(UsageError) {
    if let value {
      if value.accepts(text) { return }
      throw UsageError(
        "'\(origin)' \(value.requirement), not '\(text)'", near: text,
        among: value.candidates.words)
    }
    if (Self.truths + Self.untruths).contains(text) { return }
    throw UsageError("'\(origin)' must be true or false, not '\(text)'")
  }

  /// Whether a checked text turns a switch on.
  static func isOn(_ text: String) -> Bool { !untruths.contains(text) }

  /// What the option does, which words it takes, and what holds without it.
  var explanation: String {
    let words = value.map { alternatives($0.candidates.words) } ?? ""
    let standard = value?.standard.map { "default: " + $0 } ?? ""
    let notes = [words, standard].filter { !$0.isEmpty }
    return notes.isEmpty ? help : "\(help) (\(notes.joined(separator: "; ")))"
  }
}
