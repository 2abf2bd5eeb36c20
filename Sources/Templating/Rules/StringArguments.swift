package import Diagnosing

extension Diagnostic {
  /// A string is given the values that its text names.
  package static func stringArguments(_ key: String, _ names: [String], at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      rule: "string-arguments",
      names.isEmpty
        ? "the string '\(key)' takes no values"
        : "the string '\(key)' takes (\(names.map { $0 + ":" }.joined(separator: ", ")))", at: span)
  }
}
