package import Diagnosing

extension Rule {
  package static let unsafePlace = Rule(
    "unsafe-place",
    summary: "Values stand where they can be escaped.",
    cause: "No escaping makes a value safe in a script, a style, a comment, or an attribute "
      + "without quotes.",
    remedy: "Move the value into text or a quoted attribute.")
}

extension Diagnostic {
  package static func unsafePlace(_ place: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.unsafePlace, "no value can be made safe \(place)", at: span)
  }
}
