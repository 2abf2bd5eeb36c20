package import Diagnosing

extension Rule {
  package static let unexpectedTag = Rule(
    "unexpected-tag",
    summary: "`else` and `end` belong to something that is open.",
    cause: "There is one `end` too many, or the opening tag is missing.",
    remedy: "Remove the tag or add the opening one.")
}

extension Diagnostic {
  package static func unexpectedTag(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unexpectedTag, "nothing is open here that '\(name)' could belong to", at: span)
  }
}
