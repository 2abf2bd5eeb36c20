import Diagnosing

extension Diagnostic {
  /// A form that is still open at the end of the file.
  static func missingEnd(at span: SourceSpan) -> Diagnostic {
    Diagnostic(rule: "missing-end", #"no \(end) closes this"#, at: span)
  }
}
