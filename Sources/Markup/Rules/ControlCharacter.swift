package import Diagnosing
import System

extension Diagnostic {
  /// Neither HTML nor XML may hold control characters but white space, however they are written.
  package static func controlCharacter(
    _ scalar: Unicode.Scalar, at span: SourceSpan
  ) -> Diagnostic {
    let code = scalar.value.hexadecimal(digits: 4, uppercase: true)
    return Diagnostic(
      rule: "control-character", "the control character U+\(code) may not stand in a text", at: span
    )
  }
}
