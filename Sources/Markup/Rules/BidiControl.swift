package import Diagnosing
import System

extension Diagnostic {
  /// Names and values are drawn as they are written: nothing turns `57` into `75`.
  package static func bidiControl(_ scalar: Unicode.Scalar, at span: SourceSpan) -> Diagnostic {
    let code = scalar.value.hexadecimal(digits: 4, uppercase: true)
    return Diagnostic(
      rule: "bidi-control",
      "the character U+\(code), which changes the direction of text, may not stand in a value",
      at: span)
  }
}
