package import Diagnosing

extension Diagnostic {
  /// Pages that an editor calls the same can be told apart by an addition only.
  package static func repeatedTitle(
    _ title: String, _ pair: String, first: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .warning, rule: "repeated-title",
      "another comparison has the title '\(title)'; both get their address in addition, "
        + "here '(\(pair))'", at: span, notes: [Diagnostic.Note("it is here", at: first)])
  }
}
