package import Diagnosing

extension Rule {
  package static let missingEnd = Rule(
    "missing-end",
    summary: "Every `if`, `for` and `block` has an `end`.",
    cause: "The end of the file was reached first.",
    remedy: #"Add `\(end)`."#)
}

extension Diagnostic {
  /// - Parameter open: the form left open because every `end` closes the wrong form.
  static func missingEnd(at span: SourceSpan, leaving open: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .missingEnd, #"no \(end) closes this"#, at: span,
      notes: open.map { [Note("so that this one is left open", at: $0)] } ?? [])
  }
}
