package import Diagnosing

extension Rule {
  package static let missingFile = Rule(
    "missing-file",
    summary: "A site has the files without which it cannot be built.",
    cause: "There is no `content/site.yaml`, no category or no report.",
    remedy: "Add the file; `versus init` writes a complete site into an empty folder.")
}

extension Diagnostic {
  package static func missingFile(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.missingFile, "there is no \(path)", at: span)
  }
}
