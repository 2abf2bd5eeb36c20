/// A rule for content, tables and templates, with the texts of the rule reference.
///
/// Each rule is a static member in a file named after its id, beside the functions that report its
/// violations. `RuleReference` lists all rules.
package struct Rule: Sendable {
  /// The id in kebab-case. It is printed in brackets and never changes.
  package let id: String
  /// The severity of every violation.
  package let severity: Diagnostic.Severity
  /// What holds when the rule is kept, in one sentence.
  package let summary: String
  /// What usually breaks the rule, or why the rule exists.
  package let cause: String
  /// What the author can do about a violation.
  package let remedy: String

  package init(
    _ id: String, severity: Diagnostic.Severity = .error, summary: String, cause: String,
    remedy: String
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.cause = cause
    self.remedy = remedy
  }
}

extension Rule: Hashable {
  package static func == (left: Rule, right: Rule) -> Bool { left.id == right.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
