package import Diagnosing

extension Diagnostic {
  /// A score that its checks do not explain has an override with a reason (T-10).
  package static func missingOverride(
    _ dimension: String, _ met: Int, _ other: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .warning, rule: "missing-override",
      "'\(dimension)' meets \(met) checks and '\(other)' a different number, but both have the "
        + "same score and neither has an 'override'", at: span)
  }
}
