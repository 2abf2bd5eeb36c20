package import Diagnosing

extension Rule {
  package static let outsideLink = Rule(
    "outside-link",
    summary: "Links in the content folder stay inside the source folder (Y-02).",
    cause: "A symbolic link leads to a place outside, or to nothing.",
    remedy: "Replace the link with the file itself.")
}

extension Diagnostic {
  static func outsideLink(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .outsideLink, "this link leads out of the source folder, or nowhere", at: span)
  }
}
