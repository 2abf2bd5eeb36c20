package import Diagnosing

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
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: 4 - digits.count) + digits
    return Diagnostic(
      .controlCharacter, "the control character U+\(code) may not stand in a text", at: span
    )
  }
}
