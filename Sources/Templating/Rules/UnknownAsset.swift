package import Diagnosing

extension Rule {
  package static let unknownAsset = Rule(
    "unknown-asset",
    summary: "A file that a template asks for is in `templates/assets/`.",
    cause: "Its name is misspelt, or the file was moved.",
    remedy: "Use the name of a file in `templates/assets/`; the message proposes the nearest.")
}

extension Diagnostic {
  /// Reports a file that the theme does not have.
  static func unknownAsset(
    _ name: String, of function: String, among known: [String], at span: SourceSpan
  ) -> Diagnostic {
    let inFolder = known.first { name.hasSuffix("/" + $0) }
    return Diagnostic(
      .unknownAsset, "there is no \(function) '\(name)'", at: span, suggestion: inFolder,
      unknown: inFolder == nil ? UnknownWord(name, among: known) : nil)
  }
}
