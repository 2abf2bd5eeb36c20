package import Diagnosing

extension Diagnostic {
  /// A vendor is not what one takes instead of it.
  package static func ownAlternative(_ vendor: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule: "own-alternative", "'\(vendor)' cannot be an alternative to itself", at: span)
  }
}
