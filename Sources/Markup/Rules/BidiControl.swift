package import Diagnosing
import System

extension Rule {
  package static let bidiControl = Rule(
    "bidi-control",
    summary: "Names, values and texts contain no characters that change the direction of text.",
    cause: "They make a page show something else than the file says: 57 reads as 75. They often "
      + "come from a copied document.",
    remedy: "Delete the character; pages find the direction of a text by themselves. Prose may "
      + "hold the marks U+200E and U+200F.")
}

extension Diagnostic {
  package static func bidiControl(_ scalar: Unicode.Scalar, at span: SourceSpan) -> Diagnostic {
    let code = scalar.value.hexadecimal(digits: 4, uppercase: true)
    return Diagnostic(
      .bidiControl,
      "the character U+\(code), which changes the direction of text, may not stand here",
      at: span)
  }
}
