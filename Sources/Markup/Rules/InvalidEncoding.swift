package import Diagnosing

extension Rule {
  package static let invalidEncoding = Rule(
    "invalid-encoding",
    summary: "Files are UTF-8.",
    cause: "The file was saved in another encoding, such as Latin-1 or UTF-16.",
    remedy: "Save the file as UTF-8.")
}

extension Diagnostic {
  package static func invalidEncoding(at span: SourceSpan) -> Diagnostic {
    Diagnostic(.invalidEncoding, "the file is not UTF-8 here", at: span)
  }
}
