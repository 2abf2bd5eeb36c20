package import Diagnosing

extension Rule {
  package static let nothingShown = Rule(
    "nothing-shown", severity: .warning,
    summary: "Tags show something.",
    cause: "A text or a list is always empty, or nothing stands in a branch or a loop.",
    remedy: "Fill it, or remove it.")
}

extension Diagnostic {
  static func nothingShown(
    _ problem: Diagnostic.Message, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(.nothingShown, problem, at: span)
  }
}
