package import Diagnosing

extension Rule {
  package static let irregularFile = Rule(
    "irregular-file",
    summary: "Content and templates are files.",
    cause: "A pipe, a socket or a device stands in the place of a file.",
    remedy: "Remove it, or replace it with a file.")
}

extension Diagnostic {
  static func irregularFile(at span: SourceSpan) -> Diagnostic {
    Diagnostic(.irregularFile, "this is a pipe, a socket or a device, not a file", at: span)
  }
}
