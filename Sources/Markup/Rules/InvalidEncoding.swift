package import Diagnosing

extension Diagnostic {
  /// Files are UTF-8.
  package static func invalidEncoding(at span: SourceSpan) -> Diagnostic {
    Diagnostic(rule: "invalid-encoding", "the file is not UTF-8 here", at: span)
  }
}
