package import Diagnosing

extension Rule {
  package static let mayBeNil = Rule(
    "may-be-nil",
    summary: "A value that may be nil is handled before it is used.",
    cause: "The schema marks the value as optional, so some pages do not have it.",
    remedy: "Give another value with `??`, or test it with `if let`.")
}

extension Diagnostic {
  /// - Parameter isChained: whether a member of the value is accessed.
  package static func mayBeNil(isChained: Bool = false, at span: SourceSpan) -> Diagnostic {
    let remedy: Message =
      isChained
      ? "ask with '?.', or test it with 'if let'"
      : "give a value for that case with '??', or test it with 'if let'"
    return Diagnostic(.mayBeNil, "this may be nil; " + remedy, at: span)
  }
}
