package import Diagnosing

extension Rule {
  package static let foreignTag = Rule(
    "foreign-tag", severity: .warning,
    summary: "Tags are written as this language has them.",
    cause: "The template was written for another language, whose tags are text here.",
    remedy: #"Write `\(name)` for a value and `\(if …)` … `\(end)` for tags."#)
}

extension Diagnostic {
  /// Reports a tag of another template language, which is plain text here.
  static func foreignTag(_ open: String, _ close: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .foreignTag,
      #"'\#(open) … \#(close)' is text; a value is written \(name), a tag \(if …) … \(end)"#,
      at: span)
  }
}
