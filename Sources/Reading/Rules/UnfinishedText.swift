package import Diagnosing

extension Rule {
  package static let unfinishedText = Rule(
    "unfinished-text", severity: .warning,
    summary: "No text that is still to be written is published.",
    cause: "A text begins with `TODO:`, as in the files that `versus new` writes.",
    remedy: "Write the text, or remove its key.")
}

extension Diagnostic {
  static func unfinishedText(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.unfinishedText, "this text is still to be written: '\(text)'", at: span)
  }
}
