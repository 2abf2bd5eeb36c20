/// An option of the command line, as data.
struct Option: Sendable {
  /// The long name, without dashes.
  let name: String
  let short: Character?
  /// The value that the option takes; nil for a switch.
  let value: OptionValue?
  /// What the option does, in `Prose`.
  let help: String
  /// The environment variable that sets the option, if any.
  let variable: String?

  /// - Parameter variable: the environment variable; derived from the name by default, such as
  ///   `VERSUS_BASE_URL` for `base-url`.
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

  /// An option of every command. No variable sets it, because then no command would ever run.
  static let help = Option(
    name: "help", short: "h", value: nil, help: "show this help", variable: nil)

  private static let truths = ["true", "yes", "1"]
  private static let untruths = ["false", "no", "0"]

  /// Checks a value.
  ///
  /// - Throws: `UsageError` for a text that the option does not accept.
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

  /// Reports whether a valid text turns a switch on.
  static func isOn(_ text: String) -> Bool { !untruths.contains(text) }

  /// The explanation in help: what the option does, which words it accepts, and its default.
  var explanation: String {
    let words = value.map { alternatives($0.candidates.words) } ?? ""
    let standard = value?.standard.map { "default: " + $0 } ?? ""
    let notes = [words, standard].filter { !$0.isEmpty }
    return notes.isEmpty ? help : "\(help) (\(notes.joined(separator: "; ")))"
  }
}
