import Comparing
package import Diagnosing

/// The message to open pages after each change, as one line of JSON.
package struct LiveMessage: Encodable {
  private struct Mistake: Encodable {
    let file: String
    let line: Int
    let column: Int
    let severity: String
    let rule: String
    let message: String
    let suggestion: String?
    /// The source line in three parts; empty if there is none.
    let excerpt: [String]

    init(_ diagnostic: Diagnostic) {
      let place = diagnostic.span.startPosition
      file = VisibleText.of(diagnostic.span.file.path)
      (line, column) = (place.line, place.column)
      severity = diagnostic.severity.rawValue
      rule = diagnostic.rule.id
      message = VisibleText.of(diagnostic.message)
      suggestion = diagnostic.suggestion.map { VisibleText.of($0) }
      excerpt =
        Excerpt(diagnostic.span).map {
          [$0.before, $0.marked, $0.behind].map { VisibleText.of($0, keepsTabs: true) }
        } ?? []
    }
  }

  /// The limit on diagnostics; a longer list would only slow down the page.
  private static let mostMistakes = 200

  private let mistakes: [Mistake]
  private let mistakeCount: Int
  /// Files that pages load unchanged, by path within the site.
  private let assets: [String]

  package init(_ diagnostics: [Diagnostic], _ changes: FolderWatcher.Changes) {
    // Errors come first, because they explain why the page did not change.
    let sorted =
      diagnostics.filter { $0.severity == .error } + diagnostics.filter { $0.severity != .error }
    mistakes = sorted.prefix(Self.mostMistakes).map { Mistake($0) }
    mistakeCount = diagnostics.count
    assets = changes.paths.filter { $0.hasPrefix("content/assets/") }
      .map { String($0.dropFirst("content/".count)) }.sorted()
  }

  package var text: String { jsonText(self) }
}
