import Content
package import Diagnosing

extension Rule {
  package static let ignoredKey = Rule(
    "ignored-key", severity: .warning,
    summary: "Every key of a criterion has an effect on values of its kind.",
    cause: "The key is for criteria of other kinds, as `digits` is for numbers.",
    remedy: "Remove the key, or choose the kind that it is for.")
}

extension Diagnostic {
  static func ignoredKey(
    _ key: String, _ kind: Kind, among kinds: [Kind], at span: SourceSpan
  ) -> Diagnostic {
    let names = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return Diagnostic(
      .ignoredKey,
      "'\(key)' has no effect on the kind '\(kind.rawValue)'; it is for \(names)", at: span)
  }
}
