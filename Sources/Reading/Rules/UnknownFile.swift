package import Diagnosing

extension Rule {
  package static let unknownFile = Rule(
    "unknown-file", severity: .warning,
    summary: "Every file in the content folder is used.",
    cause: "The file is in the wrong folder, or has the wrong extension.",
    remedy: "Move, rename or delete the file.")
}

extension Diagnostic {
  package static func unknownFile(at span: SourceSpan) -> Diagnostic {
    Diagnostic(.unknownFile, "nothing reads this file", at: span)
  }
}
