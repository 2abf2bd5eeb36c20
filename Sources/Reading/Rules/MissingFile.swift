package import Diagnosing

extension Diagnostic {
  /// What the smallest site has.
  package static func missingFile(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(rule: "missing-file", "there is no \(path)", at: span)
  }
}
