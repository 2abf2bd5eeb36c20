import Diagnosing

extension Diagnostic {
  /// Two pages may not stand at one address.
  static func routeCollision(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(rule: "route-collision", "another page already has the address '\(path)'", at: span)
  }
}
