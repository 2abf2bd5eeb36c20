import Content
package import Diagnosing

extension Rule {
  package static let invalidWeek = Rule(
    "invalid-week",
    summary: "Weeks are ISO 8601 weeks.",
    cause: "The name is not of the form `2026-W14`, or the year has no such week.",
    remedy: "Rename the folder or correct the week.")
}

extension Diagnostic {
  package static func invalidWeek(_ name: String, at span: SourceSpan) -> Diagnostic {
    let digits = name.split { !$0.isNumber }
    let near = digits.count == 2 ? Week(digits.joined(separator: "-W"))?.text : nil
    return Diagnostic(
      .invalidWeek,
      "'\(name)' is not an ISO 8601 week such as \(near ?? "2026-W14")", at: span)
  }
}
