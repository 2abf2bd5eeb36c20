package import Diagnosing

extension Rule {
  package static let idleWeek = Rule(
    "idle-week", severity: .warning,
    summary: "The week of a correction is one of a report that was corrected.",
    cause: "No report of the week is there, so the correction explains no changed file, and no "
      + "archived page shows it.",
    remedy: "Name the week in whose folder the report stands, or delete `week`.")
}

extension Diagnostic {
  /// - Parameter weeks: the weeks of the reports that there are, the oldest first.
  package static func idleWeek(
    _ week: String, of page: String, among weeks: [String], at span: SourceSpan
  ) -> Diagnostic {
    if weeks.isEmpty {
      return Diagnostic(
        .idleWeek, "'week' is that of a vendor's report, and '\(page)' is no vendor", at: span)
    }
    let last = weeks.suffix(4).joined(separator: ", ")
    return Diagnostic(
      .idleWeek, "there is no report of '\(page)' in \(week); the last are in \(last)",
      at: span, unknown: UnknownWord(week, among: weeks))
  }
}
