import Content
import Diagnosing
import FoundationEssentials

/// A command with its options and operands, read from the arguments and the environment.
struct Invocation {
  /// The value of an option, and its origin: `--jobs` or `VERSUS_JOBS`.
  private struct Setting {
    let text: String
    let origin: String
  }

  let command: Command
  /// Whether to color diagnostics.
  let hasColor: Bool
  /// The operands, whose number matches the chosen usage.
  private(set) var operands: [String] = []
  /// The settings, by the options' long names.
  private var settings: [String: Setting] = [:]

  /// Parses arguments like `getopt_long`: `--output=DIR`, `--output DIR`, `-o DIR`, `-oDIR`, `-qv`
  /// and `--`.
  ///
  /// - Throws: `UsageError`.
  init(_ arguments: [String], environment: [String: String]) throws(UsageError) {
    guard let name = arguments.first else { throw UsageError("no command given") }
    command = try Command.named(Self.aliases[name] ?? name)
    hasColor = Terminal.hasColor(environment)
    for option in command.options {
      if let variable = option.variable, let text = environment[variable], !text.isEmpty {
        set(option, text, from: variable)
      }
    }
    try take(arguments.dropFirst())
    // Help is printed even if other arguments are wrong.
    if has(.help) { return }
    for option in command.options {
      guard let setting = settings[option.name] else { continue }
      try option.check(setting.text, from: setting.origin)
    }
  }

  private static let aliases = ["--help": "help", "-h": "help", "--version": "version"]

  func run() throws -> ExitCode {
    if has(.help) {
      Terminal.print(HelpText.page(command))
      return .done
    }
    let usage = try command.usage(for: operands)
    for other in command.usages {
      for option in other.options where !usage.options.contains(where: { $0.name == option.name }) {
        try refuse(option, of: other)
      }
    }
    return try usage.run(self)
  }

  /// Refuses an option that the usage does not take. An environment variable applies to all
  /// commands and may have no effect; an argument may not.
  private func refuse(_ option: Option, of usage: Usage) throws(UsageError) {
    guard let origin = settings[option.name]?.origin, origin != option.variable else { return }
    throw UsageError("'\(origin)' goes with '\(command.name) \(usage.synopsis)'")
  }

  subscript(option: Option) -> String? { settings[option.name]?.text }

  func has(_ option: Option) -> Bool { self[option].map(Option.isOn) ?? false }

  var format: DiagnosticFormat { self[.format].flatMap { DiagnosticFormat(rawValue: $0) } ?? .text }
  var isQuiet: Bool { has(.quiet) }
  var source: String { self[.source] ?? "." }
  var output: String { self[.output] ?? source + "/public" }
  /// The host that `build --host` names. The `--host` of other commands means something else.
  var siteHost: Site.Host? {
    guard command.options.contains(where: { $0.variable == Option.siteHost.variable }) else {
      return nil
    }
    return self[.siteHost].flatMap { Site.Host(rawValue: $0) }
  }
  var week: Week? { self[.week].flatMap { Week($0) } }
  var jobs: Int { self[.jobs].flatMap { Int($0) } ?? ProcessInfo.processInfo.activeProcessorCount }
}

extension Invocation {
  private mutating func set(_ option: Option, _ text: String, from origin: String) {
    settings[option.name] = Setting(text: text, origin: origin)
  }

  private mutating func take(_ arguments: ArraySlice<String>) throws(UsageError) {
    var rest = arguments
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        return
      } else if argument.hasPrefix("--") {
        try takeLong(argument.dropFirst(2), &rest)
      } else if argument.hasPrefix("-"), argument.count > 1 {
        try takeShort(argument.dropFirst(), &rest)
      } else {
        operands.append(argument)
      }
    }
  }

  private mutating func takeLong(
    _ text: Substring, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let name = String(text.prefix { $0 != "=" })
    let given = text.firstIndex(of: "=").map { String(text[$0...].dropFirst()) }
    guard let option = command.options.first(where: { $0.name == name }) else {
      throw UsageError(
        "'\(command.name)' has no option '--\(name)'", near: "--" + name,
        among: command.options.map { "--" + $0.name })
    }
    switch (option.value, given) {
    case (nil, nil): set(option, "true", from: "--" + name)
    case (nil, _): throw UsageError("'--\(name)' takes no value")
    case (_, let text?): set(option, text, from: "--" + name)
    case (_, nil): set(option, try next(&rest, for: "--" + name), from: "--" + name)
    }
  }

  private mutating func takeShort(
    _ text: Substring, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    var letters = text
    while let letter = letters.popFirst() {
      let name = "-\(letter)"
      guard let option = command.options.first(where: { $0.short == letter }) else {
        throw UsageError("'\(command.name)' has no option '\(name)'")
      }
      if option.value != nil {
        set(option, letters.isEmpty ? try next(&rest, for: name) : String(letters), from: name)
        return
      }
      set(option, "true", from: name)
    }
  }

  private func next(
    _ rest: inout ArraySlice<String>, for name: String
  ) throws(UsageError) -> String {
    guard let text = rest.popFirst() else { throw UsageError("'\(name)' needs a value") }
    return text
  }
}
