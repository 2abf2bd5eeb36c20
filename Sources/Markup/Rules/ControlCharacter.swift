package import Diagnosing

extension Diagnostic {
  /// Neither HTML nor XML may hold control characters but white space, however they are written.
  package static func controlCharacter(
    _ scalar: Unicode.Scalar, at span: SourceSpan
  ) -> Diagnostic {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: 4 - digits.count) + digits
    return Diagnostic(
      rule: "control-character", "the control character U+\(code) may not stand in a text", at: span
    )
  }
}
