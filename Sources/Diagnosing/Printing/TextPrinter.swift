/// Diagnostics for people: the place, the message, the line itself with a mark under it.
struct TextPrinter {
  /// Longer lines are cut around the mark.
  private static let maxWidth = 120

  let color: Bool

  func print(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    return diagnostics.map { print($0) }.joined()
      + "\(count(errors, "error")), \(count(warnings, "warning"))\n"
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private func print(_ diagnostic: Diagnostic) -> String {
    let label = diagnostic.severity.rawValue
    let paint = diagnostic.severity == .error ? "31" : "33"
    var text = head(
      diagnostic.span, painted(label, paint), diagnostic.message + " [\(diagnostic.rule)]")
    text += excerpt(diagnostic.span, suggestion: diagnostic.suggestion)
    for note in diagnostic.notes {
      text +=
        head(note.span, painted("note", "36"), note.message) + excerpt(note.span, suggestion: nil)
    }
    return text
  }

  private func head(_ span: SourceSpan, _ label: String, _ message: String) -> String {
    let place = span.startPosition
    return
      "\(visible(span.file.path)):\(place.line):\(place.column): \(label): \(visible(message))\n"
  }

  /// The source line with a mark under the span; nothing for a file without text.
  private func excerpt(_ span: SourceSpan, suggestion: String?) -> String {
    let line = Array(span.file.line(at: span.range.lowerBound).unicodeScalars)
    let place = span.startPosition
    let hint = suggestion.map { " did you mean '\($0)'?" } ?? ""
    guard !line.isEmpty else { return hint.isEmpty ? "" : "      |\(hint)\n" }
    let before = scalarCount(span, place)
    let marked = max(
      1, min(line.count - before, span.text.prefix { $0 != "\n" }.unicodeScalars.count))
    let start = max(0, before - Self.maxWidth / 2)
    let shown = line[min(start, line.count)...].prefix(Self.maxWidth)
    let number = String(place.line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number
    let indent = line[min(start, line.count)..<min(before, line.count)].map {
      $0 == "\t" ? "\t" : " "
    }.joined()
    let mark = "^" + String(repeating: "~", count: max(0, min(marked, Self.maxWidth) - 1))
    let text = shown.map { isControl($0) && $0 != "\t" ? "\u{fffd}" : String($0) }.joined()
    return "\(gutter) | \(text)\n      | \(indent)\(painted(mark, "32"))\(hint)\n"
  }

  /// Characters, not bytes, before the span, so that the mark stands under it.
  private func scalarCount(_ span: SourceSpan, _ place: SourcePosition) -> Int {
    let start = span.range.lowerBound
    let bytes = span.file.bytes[
      max(0, start - (place.column - 1))..<min(start, span.file.bytes.count)]
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.count
  }

  private func painted(_ text: String, _ code: String) -> String {
    color ? "\u{1b}[1;\(code)m\(text)\u{1b}[0m" : text
  }

  /// Content must not be able to move the cursor of the terminal that shows it.
  private func visible(_ text: String) -> String {
    text.unicodeScalars.map { isControl($0) ? "\u{fffd}" : String($0) }.joined()
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
      || (0x202a...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
