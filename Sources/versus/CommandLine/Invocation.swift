import Diagnosing
import FoundationEssentials

/// A command with its options and operands, read from the arguments and the environment.
struct Invocation {
  let command: Command
  private(set) var operands: [String] = []
  private var values: [Option: String] = [:]

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
        let near = nearMiss(for: name, among: Command.allCases.map(\.rawValue))
        throw UsageError("unknown command '\(name)'" + Self.hint(near))
      }
      self.command = command
    }
    for option in command.options {
      if let value = environment[option.environment], !value.isEmpty { values[option] = value }
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

  private static func hint(_ near: String?) -> String {
    near.map { "; did you mean '\($0)'?" } ?? ""
  }

  private mutating func takeLong(
    _ text: Substring, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = command.options.first(where: { $0.rawValue == name }) else {
      let near = nearMiss(for: name, among: command.options.map(\.rawValue))
      throw UsageError(
        "'\(command.rawValue)' has no option '--\(name)'" + Self.hint(near.map { "--" + $0 }))
    }
    if option.placeholder == nil {
      if parts.count > 1 { throw UsageError("'--\(name)' takes no value") }
      values[option] = "true"
    } else if parts.count > 1 {
      values[option] = String(parts[1])
    } else {
      values[option] = try value(of: "--" + name, &rest)
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
        values[option] = "true"
      } else {
        values[option] = letters.isEmpty ? try value(of: "-\(letter)", &rest) : String(letters)
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
    for (option, value) in values {
      if !option.values.isEmpty, !option.values.contains(value) {
        throw UsageError(
          "'--\(option.rawValue)' is one of \(option.values.joined(separator: ", ")), not '\(value)'"
        )
      }
      if option == .jobs, !(Int(value).map { (1...1024).contains($0) } ?? false) {
        throw UsageError("'--jobs' is a number from 1 to 1024, not '\(value)'")
      }
    }
    let allowed = command.operandCount
    if has(.help) { return }
    if operands.count < allowed.lowerBound || operands.count > allowed.upperBound {
      throw UsageError("usage: versus \(command.synopsis)")
    }
  }

  subscript(option: Option) -> String? { values[option] }

  func has(_ option: Option) -> Bool {
    values[option].map { !["false", "no", "0"].contains($0) } ?? false
  }

  var format: DiagnosticFormat { self[.format].flatMap { DiagnosticFormat(rawValue: $0) } ?? .text }
  var source: String { self[.source] ?? "." }
  var output: String { self[.output] ?? source + "/public" }
  var jobs: Int { self[.jobs].flatMap { Int($0) } ?? ProcessInfo.processInfo.activeProcessorCount }
}
