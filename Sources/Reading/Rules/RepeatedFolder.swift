package import Diagnosing

extension Rule {
  package static let repeatedFolder = Rule(
    "repeated-folder", severity: .warning,
    summary: "A folder is read once, at its own place (Y-03).",
    cause: "A symbolic link leads to a folder that is read already, so the link is left out.",
    remedy: "Copy the folder, or remove the link.")
}

extension Diagnostic {
  static func repeatedFolder(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .repeatedFolder, "this link leads to a folder that is read already, and is left out",
      at: span)
  }
}
