package import Diagnosing

extension Diagnostic {
  /// Scales run from worst to best; a scale whose words run the other way lets the worst win.
  package static func scaleOrder(
    _ scale: String, from first: String, to last: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .warning, rule: "scale-order",
      "the scale '\(scale)' runs from '\(first)' to '\(last)', but the last value of a scale is "
        + "the best: turn it round, or give its criteria 'better: lower'", at: span)
  }
}
