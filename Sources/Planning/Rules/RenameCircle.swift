package import Diagnosing

extension Rule {
  package static let renameCircle = Rule(
    "rename-circle", severity: .warning,
    summary: "Following `renamedTo` from vendor to vendor ends at one that goes on.",
    cause:
      "Vendors that replace each other in a circle have no successor, so the addresses of none "
      + "lead on.",
    remedy:
      "Name the vendor that goes on, or delete `renamedTo` from the report that ended the last.")
}

extension Diagnostic {
  static func renameCircle(from slug: String, to next: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .renameCircle,
      "'\(slug)' became '\(next)', and from there the names lead in a circle; no address of "
        + "'\(slug)' leads on", at: span)
  }
}
