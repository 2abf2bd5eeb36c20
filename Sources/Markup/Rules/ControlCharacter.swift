package import Diagnosing
import System

extension Rule {
  package static let controlCharacter = Rule(
    "control-character",
    summary: "Text contains no control characters except white space.",
    cause: "HTML and XML forbid them, whether they are written raw or escaped. They often come "
      + "from a copied document.",
    remedy: "Delete the character.")
}

extension Diagnostic {
  package static func controlCharacter(
    _ scalar: Unicode.Scalar, at span: SourceSpan
  ) -> Diagnostic {
    let code = scalar.value.hexadecimal(digits: 4, uppercase: true)
    return Diagnostic(
      .controlCharacter, "the control character U+\(code) may not stand in a text", at: span
    )
  }
}
