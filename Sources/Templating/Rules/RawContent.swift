package import Diagnosing

extension Rule {
  package static let rawContent = Rule(
    "raw-content",
    summary: "Content is not inserted unescaped (Y-01).",
    cause: "`raw` is applied to a value that comes from content.",
    remedy: "Remove `raw`, or set `unsafeHTML: true` if you trust every author.")
}

extension Diagnostic {
  package static func rawContent(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .rawContent,
      "'raw' is refused for what comes from content, unless the site sets 'unsafeHTML: true'",
      at: span)
  }
}
