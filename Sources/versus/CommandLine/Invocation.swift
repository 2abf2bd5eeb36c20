import Diagnosing
import FoundationEssentials

/// A command with its options and operands, read from the arguments and the environment.
struct Invocation {
  let command: Command
  private(set) var operands: [String] = []
  private var values: [Option: String] = [:]
  /// What set a value, as the user wrote it: `--jobs` or `VERSUS_JOBS`.
  private var origins: [Option: String] = [:]

  /// Conventions of `getopt_long`: `--output=DIR`, `--output DIR`, `-o DIR`, `-oDIR`, `-qv`, `--`.
  ///
  /// - Throws: `UsageError`.
  init(_ arguments: [String], environment: [String: String]) throws(UsageError) {
    var rest = arguments[...]
    guard let name = rest.popFirst() else { throw UsageError("no command given") }
    switch name {
    case "--help", "-h": command = .help
    case "--version": command = .version
    default:
      guard let command = Command(rawValue: name) else {
        throw UsageError("unknown command '\(name)'", near: name, among: Command.help.words)
      }
      self.command = command
    }
    for option in command.options where option != .help {
      if let value = environment[option.environment], !value.isEmpty {
        set(option, value, by: option.environment)
      }
    }
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        break
      } else if argument.hasPrefix("--") {
        try takeLong(argument.dropFirst(2), &rest)
      } else if argument.hasPrefix("-"), argument.count > 1 {
        try takeShort(argument.dropFirst(), &rest)
      } else {
        operands.append(argument)
      }
    }
    try checkValues()
  }

  private mutating func set(_ option: Option, _ value: String, by origin: String) {
    values[option] = value
    origins[option] = origin
  }

  private mutating func takeLong(
    _ text: Substring, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = command.options.first(where: { $0.rawValue == name }) else {
      throw UsageError(
        "'\(command.rawValue)' has no option '--\(name)'", near: "--" + name,
        among: command.options.map { "--" + $0.rawValue })
    }
    if option.placeholder == nil {
      if parts.count > 1 { throw UsageError("'--\(name)' takes no value") }
      set(option, "true", by: "--" + name)
    } else if parts.count > 1 {
      set(option, String(parts[1]), by: "--" + name)
    } else {
      set(option, try value(of: "--" + name, &rest), by: "--" + name)
    }
  }

  private mutating func takeShort(
    _ text: Substring, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    var letters = text
    while let letter = letters.popFirst() {
      guard let option = command.options.first(where: { $0.short == letter }) else {
        throw UsageError("'\(command.rawValue)' has no option '-\(letter)'")
      }
      if option.placeholder == nil {
        set(option, "true", by: "-\(letter)")
      } else {
        let value = letters.isEmpty ? try value(of: "-\(letter)", &rest) : String(letters)
        set(option, value, by: "-\(letter)")
        return
      }
    }
  }

  private func value(of name: String, _ rest: inout ArraySlice<String>) throws(UsageError) -> String
  {
    guard let value = rest.popFirst() else { throw UsageError("'\(name)' needs a value") }
    return value
  }

  private func checkValues() throws(UsageError) {
    for option in command.options {
      guard let value = values[option], let origin = origins[option] else { continue }
      if let problem = option.problem(with: value) {
        throw UsageError("'\(origin)' \(problem), not '\(value)'")
      }
    }
    let allowed = command.operandCount
    if has(.help) || allowed.contains(operands.count) { return }
    throw UsageError("usage: versus \(command.synopsis)")
  }

  subscript(option: Option) -> String? { values[option] }

  func has(_ option: Option) -> Bool {
    values[option].map { !["false", "no", "0"].contains($0) } ?? false
  }

  var format: DiagnosticFormat { self[.format].flatMap { DiagnosticFormat(rawValue: $0) } ?? .text }
  var isQuiet: Bool { has(.quiet) }
  var source: String { self[.source] ?? "." }
  var output: String { self[.output] ?? source + "/public" }
  var jobs: Int { self[.jobs].flatMap { Int($0) } ?? ProcessInfo.processInfo.activeProcessorCount }
}
