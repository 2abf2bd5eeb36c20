package import Diagnosing

extension Rule {
  package static let missingOverride = Rule(
    "missing-override", severity: .warning,
    summary: "A score that its checks do not explain has an override (T-10).",
    cause: "Two dimensions have the same score although they meet different numbers of checks.",
    remedy: "Add `override` with a label and a reason, or correct the score.")
}

extension Diagnostic {
  package static func missingOverride(
    _ dimension: String, _ met: Int, _ other: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .missingOverride,
      "'\(dimension)' meets \(counted(met, "check")) and '\(other)' a different number, but both "
        + "have the same score and neither has an 'override'", at: span)
  }
}
