package import Diagnosing

extension Rule {
  package static let fileSize = Rule(
    "file-size",
    summary: "A file is no larger than its limit.",
    cause: "Limits keep one file from exhausting the machine (Y-03).",
    remedy: "Split the file, or move large material out of `content/`.")
}

extension Diagnostic {
  package static func fileSize(_ megabytes: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.fileSize, "the file is larger than \(megabytes) MB", at: span)
  }
}
