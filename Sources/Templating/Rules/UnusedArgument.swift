package import Diagnosing

extension Rule {
  package static let unusedArgument = Rule(
    "unused-argument", severity: .warning,
    summary: "An included template uses what it is given.",
    cause: "The name is misspelt, or the template no longer needs it.",
    remedy: "Give it the name that the template uses, or leave it out.")
}

extension Diagnostic {
  /// Reports an argument that the included template does not use.
  static func unusedArgument(
    _ name: String, of path: String, among known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .unusedArgument, "'\(path)' does not use '\(name)'", at: span,
      unknown: UnknownWord(name, among: known))
  }
}
