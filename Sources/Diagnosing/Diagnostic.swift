/// A mistake in the author's files.
///
/// The message names the thing, says what is wrong and has no full stop. Each rule has its own
/// file, which extends `Diagnostic` with a function that makes the diagnostic.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable {
    case error, warning
  }

  /// A second place that helps to understand the first.
  package struct Note: Sendable, Hashable {
    package let message: String
    package let span: SourceSpan

    package init(_ message: Message, at span: SourceSpan) {
      self.message = message.text
      self.span = span
    }
  }

  package let rule: Rule
  package let message: String
  package let span: SourceSpan
  /// The text that was probably meant. It would replace the span.
  package internal(set) var suggestion: String?
  package let notes: [Note]
  /// The word to find a suggestion for when the diagnostic is reported; nil afterwards.
  package internal(set) var unknown: UnknownWord?

  package init(
    _ rule: Rule, _ message: Message, at span: SourceSpan, suggestion: String? = nil,
    unknown: UnknownWord? = nil, notes: [Note] = []
  ) {
    self.rule = rule
    self.message = message.text
    self.span = span
    self.suggestion = suggestion
    self.notes = notes
    self.unknown = unknown
  }

  package var severity: Severity { rule.severity }
}
