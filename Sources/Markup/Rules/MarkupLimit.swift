package import Diagnosing

extension Rule {
  package static let markupLimit = Rule(
    "markup-limit",
    summary: "Markdown and YAML stay within the limits listed in docs/limits.md.",
    cause: "Limits keep one text from exhausting the machine (Y-03).",
    remedy: "Divide the text, or shorten the list.")
}

extension Diagnostic {
  static func markupLimit(_ excess: MarkdownCost.Excess, at span: SourceSpan) -> Diagnostic {
    let amount = "\(excess.limit) \(excess.what)"
    return Diagnostic(.markupLimit, "the text has more than \(amount)", at: span)
  }

  /// Reports a YAML file with too many keys and values.
  package static func yamlNodes(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.markupLimit, "the YAML has more than \(limit) keys and values", at: span)
  }

  /// Reports a list or a mapping with too many entries.
  package static func tooManyEntries(
    _ count: Int, of name: String, limit: Int, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .markupLimit, "'\(name)' has \(count) entries; at most \(limit) are allowed", at: span)
  }

  /// Reports a category with too many criteria.
  package static func tooManyCriteria(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.markupLimit, "the category has more than \(limit) criteria", at: span)
  }
}
