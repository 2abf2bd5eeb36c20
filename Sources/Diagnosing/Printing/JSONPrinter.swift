import FoundationEssentials

/// Prints diagnostics as one JSON object.
enum JSONPrinter {
  private struct Document: Encodable {
    let diagnostics: [Entry]
  }

  private struct Entry: Encodable {
    let file: String
    let line: Int
    let column: Int
    let endLine: Int
    let endColumn: Int
    let severity: String
    let rule: String
    let message: String
    let suggestion: String?

    private enum CodingKeys: CodingKey {
      case file, line, column, endLine, endColumn, severity, rule, message, suggestion
    }

    /// Writes null for a missing `suggestion`, so that all entries have the same keys.
    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(file, forKey: .file)
      try values.encode(line, forKey: .line)
      try values.encode(column, forKey: .column)
      try values.encode(endLine, forKey: .endLine)
      try values.encode(endColumn, forKey: .endColumn)
      try values.encode(severity, forKey: .severity)
      try values.encode(rule, forKey: .rule)
      try values.encode(message, forKey: .message)
      try values.encode(suggestion, forKey: .suggestion)
    }
  }

  static func print(_ diagnostics: [Diagnostic]) -> String {
    let entries = diagnostics.map { diagnostic in
      let (start, end) = (diagnostic.span.startPosition, diagnostic.span.endPosition)
      return Entry(
        file: diagnostic.span.file.path, line: start.line, column: start.column, endLine: end.line,
        endColumn: end.column, severity: diagnostic.severity.rawValue, rule: diagnostic.rule.id,
        message: diagnostic.message, suggestion: diagnostic.suggestion)
    }
    return jsonText(Document(diagnostics: entries)) + "\n"
  }
}

/// Encodes a value as JSON with sorted keys, so that equal values give equal bytes.
package func jsonText(_ value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  guard let data = try? encoder.encode(value) else {
    preconditionFailure("strings, numbers and lists can always be encoded")
  }
  return String(decoding: data, as: UTF8.self)
}
