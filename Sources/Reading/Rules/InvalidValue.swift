import Content
package import Diagnosing

extension Rule {
  package static let invalidValue = Rule(
    "invalid-value",
    summary: "A value has the form that its key or criterion expects.",
    cause: "The text cannot be read as the date, number, duration, amount or word that is needed.",
    remedy: "Write the value in the form that the message names.")
}

extension Diagnostic {
  package static func invalidValue(
    _ name: String, _ value: String, expected: String, suggestion: String? = nil,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .invalidValue, "\(name) '\(value)' is not \(expected)", at: span, suggestion: suggestion)
  }
}

extension Diagnostic {
  /// Reports a text that is no date, or no day of the calendar.
  static func wrongDate(_ name: String, _ text: String, at span: SourceSpan) -> Diagnostic {
    let parts = text.split { !$0.isNumber }.map(String.init)
    let isWellFormed =
      parts.map(\.count) == [4, 2, 2] && text == parts.joined(separator: "-")
    if isWellFormed {
      return .invalidValue(
        name, text, expected: "a day of the calendar", at: span)
    }
    return .invalidValue(
      name, text, expected: "a date such as 2026-03-30",
      suggestion: isoDate(parts, text).flatMap { CalendarDate($0)?.text }, at: span)
  }

  /// The date that three numbers are, if there is only one: a year comes first or last, and dots
  /// separate day, month and year.
  private static func isoDate(_ parts: [String], _ text: String) -> String? {
    guard parts.count == 3, text.allSatisfy({ $0.isNumber || "./-".contains($0) }) else {
      return nil
    }
    let padded = parts.map { $0.count == 1 ? "0" + $0 : $0 }
    if padded.map(\.count) == [4, 2, 2] { return padded.joined(separator: "-") }
    let isDayFirst = text.contains(".") || (Int(parts[0]) ?? 0) > 12
    guard padded.map(\.count) == [2, 2, 4], isDayFirst else { return nil }
    return padded.reversed().joined(separator: "-")
  }
}
