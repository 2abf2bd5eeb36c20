package import Diagnosing

extension Rule {
  package static let unusedName = Rule(
    "unused-name", severity: .warning,
    summary: "A name that a template gives is used.",
    cause: "It is misspelt where it is used, or no longer needed.",
    remedy: "Use the name, or leave it out.")
}

extension Diagnostic {
  static func unusedName(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.unusedName, "nothing uses '\(name)'", at: span)
  }

  /// Reports the name in a condition such as `if let name = value`.
  static func unusedBinding(
    _ name: String, of value: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .unusedName, "nothing uses '\(name)'; ask 'if \(value.text) != nil'", at: span)
  }

  /// Reports the position in `for (i, x) in list.enumerated()`.
  static func unusedPosition(
    _ name: String, element: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .unusedName, "nothing uses '\(name)'; write 'for \(element) in' without 'enumerated()'",
      at: span)
  }
}
