package import Diagnosing

extension Diagnostic {
  /// Size is bounded, so that no file can exhaust the machine (Y-03).
  package static func fileSize(_ megabytes: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(rule: "file-size", "the file is larger than \(megabytes) MB", at: span)
  }
}
