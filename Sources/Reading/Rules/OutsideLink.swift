import Diagnosing

extension Diagnostic {
  /// Content reads nothing that is not the publisher's (Y-02).
  static func outsideLink(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "outside-link", "this link leads out of the source folder, or nowhere", at: span)
  }
}
