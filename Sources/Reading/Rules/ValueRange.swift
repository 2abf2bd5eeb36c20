package import Diagnosing

extension Rule {
  package static let valueRange = Rule(
    "value-range",
    summary: "A number is within its bounds.",
    cause: "The number is smaller or larger than the criterion or key allows.",
    remedy: "Correct the number, or the bounds in the category.")
}

extension Diagnostic {
  package static func valueRange(
    _ name: String, _ value: String, _ bounds: String, at span: SourceSpan
  ) -> Diagnostic {
    let ends = [("at least ", "less than "), ("at most ", "more than ")]
    let wrong = ends.first { bounds.hasPrefix($0.0) }
    let problem = wrong.map { $0.1 + bounds.dropFirst($0.0.count) } ?? "not " + bounds
    return Diagnostic(.valueRange, "\(name) \(value) is \(problem)", at: span)
  }

  /// Reports a table of an article without a column or value for each of the two vendors.
  ///
  /// - Parameter noun: what there are too few or too many of.
  static func wrongCount(_ count: Int, _ noun: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .valueRange, "\(counted(count, noun)) cannot stand here; write 2, one for each vendor",
      at: span)
  }

  /// Reports a dimension with more checks than its framework has.
  static func tooManyChecks(
    _ dimension: String, _ count: Int, of framework: String, _ most: Int, at span: SourceSpan
  ) -> Diagnostic {
    let allowed = most == 0 ? "no checks" : counted(most, "check")
    return Diagnostic(
      .valueRange,
      "'\(dimension)' has \(counted(count, "check")), and its framework '\(framework)' has "
        + "\(allowed); write 'checks: \(count)' in the framework, or remove some", at: span)
  }
}
