package import Diagnosing

extension Diagnostic {
  /// A place where no value can be made safe.
  package static func unsafePlace(_ place: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(rule: "unsafe-place", "no value can be made safe \(place)", at: span)
  }
}
