package import Diagnosing

extension Rule {
  package static let missingFile = Rule(
    "missing-file",
    summary: "The files that a site needs, and those that its texts show, are there.",
    cause:
      "There is no `content/site.yaml`, no category or no report; or an image is misspelt or gone.",
    remedy: "Add the file, or correct its name; `versus init` writes a complete site into an empty "
      + "folder.")
}

extension Diagnostic {
  package static func missingFile(
    _ path: String, at span: SourceSpan, suggestion: String? = nil
  ) -> Diagnostic {
    Diagnostic(.missingFile, "there is no \(path)", at: span, suggestion: suggestion)
  }
}
