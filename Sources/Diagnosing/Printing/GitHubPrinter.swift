/// Prints diagnostics as workflow commands, which GitHub Actions shows next to the lines.
enum GitHubPrinter {
  static func print(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { diagnostic in
      let (start, end) = (diagnostic.span.startPosition, diagnostic.span.endPosition)
      let hint = diagnostic.suggestion.map { "; did you mean '\($0)'?" } ?? ""
      let properties = [
        "file=\(escaped(diagnostic.span.file.path, isProperty: true))", "line=\(start.line)",
        "col=\(start.column)", "endLine=\(end.line)", "endColumn=\(end.column)",
        "title=\(diagnostic.rule.id)",
      ].joined(separator: ",")
      let message = escaped(diagnostic.message + hint, isProperty: false)
      return "::\(diagnostic.severity.rawValue) \(properties)::\(message)\n"
    }.joined()
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      case ":" where isProperty: "%3A"
      case "," where isProperty: "%2C"
      default: VisibleText.of(String(scalar), keepsTabs: true)
      }
    }.joined()
  }
}
