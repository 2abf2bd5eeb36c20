package import Diagnosing

extension Rule {
  package static let missingEnd = Rule(
    "missing-end",
    summary: "Every `if`, `for` and `block` has an `end`.",
    cause: "The end of the file was reached first.",
    remedy: #"Add `\(end)`."#)
}

extension Diagnostic {
  static func missingEnd(at span: SourceSpan) -> Diagnostic {
    Diagnostic(.missingEnd, #"no \(end) closes this"#, at: span)
  }
}
