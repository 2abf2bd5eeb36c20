package import Diagnosing

extension Rule {
  package static let stringArguments = Rule(
    "string-arguments",
    summary: "A string is called with the values that its text names.",
    cause: "A value is missing, superfluous or misnamed.",
    remedy: "Call the string as the message shows.")
}

extension Diagnostic {
  package static func stringArguments(_ key: String, _ names: [String], at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .stringArguments,
      names.isEmpty
        ? "the string '\(key)' takes no values"
        : "the string '\(key)' takes (\(names.map { $0 + ":" }.joined(separator: ", ")))", at: span)
  }

  /// Reports a text of the author's that expects values which a built-in template does not pass.
  ///
  /// - Parameter use: where the template passes them; nil if no page needs to be made to see it.
  package static func stringParameters(
    _ key: String, given: [String], for use: SourceSpan? = nil, at span: SourceSpan
  ) -> Diagnostic {
    let names = given.sorted().map { "\\(" + $0 + ")" }.joined(separator: ", ")
    return Diagnostic(
      .stringArguments,
      given.isEmpty
        ? "the string '\(key)' is given no values" : "the string '\(key)' is given \(names)",
      at: span, notes: use.map { [Note("it is used here [built-in]", at: $0)] } ?? [])
  }
}
