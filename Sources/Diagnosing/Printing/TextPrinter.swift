/// Prints diagnostics for people: the place, the message, and the source line with a mark below it.
struct TextPrinter {
  let color: Bool

  func print(_ diagnostics: [Diagnostic], omitted: Int = 0) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    return diagnostics.map { print($0) }.joined()
      + "\(counted(errors, "error")), \(counted(warnings, "warning"))"
      + (omitted > 0 ? "; \(omitted) more are not shown\n" : "\n")
  }

  private func print(_ diagnostic: Diagnostic) -> String {
    let label = painted(
      diagnostic.severity.rawValue, diagnostic.severity == .error ? "31" : "33")
    let message = VisibleText.of(diagnostic.message)
    var text = head(diagnostic.span, label, "\(message) [\(diagnostic.rule.id)]")
    text += excerpt(diagnostic.span, suggestion: diagnostic.suggestion)
    for note in diagnostic.notes {
      text += head(note.span, painted("note", "36"), VisibleText.of(note.message))
      text += excerpt(note.span, suggestion: nil)
    }
    return text
  }

  private func head(_ span: SourceSpan, _ label: String, _ message: String) -> String {
    let place = span.startPosition
    return
      "\(VisibleText.of(span.file.path)):\(place.line):\(place.column): \(label): \(message)\n"
  }

  /// Returns the source line with a mark below the span, or only the hint when there is no line to
  /// show.
  private func excerpt(_ span: SourceSpan, suggestion: String?) -> String {
    let number = String(span.startPosition.line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number
    let margin = String(repeating: " ", count: gutter.count)
    let hint = suggestion.map { " did you mean '\(VisibleText.of($0))'?" } ?? ""
    guard let line = Excerpt(span) else { return hint.isEmpty ? "" : "\(margin) |\(hint)\n" }
    let (open, close) = (line.isCutBefore ? "…" : "", line.isCutBehind ? "…" : "")
    let text = VisibleText.of(line.before + line.marked + line.behind, keepsTabs: true)
    let indent = VisibleText.blank(open + line.before)
    let tildes = max(0, VisibleText.width(of: line.marked) - 1)
    let mark = painted("^" + String(repeating: "~", count: tildes), "32")
    return "\(gutter) | \(open)\(text)\(close)\n\(margin) | \(indent)\(mark)\(hint)\n"
  }

  private func painted(_ text: String, _ code: String) -> String {
    color ? "\u{1b}[1;\(code)m\(text)\u{1b}[0m" : text
  }
}
