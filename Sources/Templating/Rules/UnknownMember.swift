package import Diagnosing

extension Rule {
  package static let unknownMember = Rule(
    "unknown-member",
    summary: "A value has the member that is asked of it.",
    cause: "The member is misspelt, or belongs to another type.",
    remedy: "Use an existing member; `versus schema template NAME` lists them.")
}

extension Diagnostic {
  package static func unknownMember(
    _ name: String, of type: String, among known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .unknownMember, "\(type) has no '\(name)'", at: span,
      unknown: UnknownWord(name, among: known))
  }

  /// Reports a member that another language has.
  static func unknownMember(
    _ name: String, of type: String, writing method: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(.unknownMember, "\(type) has no '\(name)'; write '\(method)'", at: span)
  }
}
