package import Diagnosing

extension Rule {
  package static let mayBeNil = Rule(
    "may-be-nil",
    summary: "A value that may be nil is handled before it is used.",
    cause: "The schema marks the value as optional, so some pages do not have it.",
    remedy: "Give another value with `??`, or test it with `if let`.")
}

extension Diagnostic {
  package static func mayBeNil(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .mayBeNil,
      "this may be nil; give a value for that case with '??', or test it with 'if let'", at: span)
  }
}
