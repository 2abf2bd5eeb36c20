import Diagnosing
import Markup

/// Returns a text in a file of its own.
func markdown(_ source: String) -> Markdown {
  Markdown(SourceFile(path: "x.md", text: source).span)
}

/// A renderer without any linkable pages.
let renderer = MarkdownRenderer(unsafeHTML: false) { _ in nil }

/// Returns what is reported for a text: rule, line, column, and the marked text.
func problems(_ check: (inout Diagnostics) -> Void) -> [String] {
  var log = Diagnostics()
  check(&log)
  return log.sorted.map {
    let place = $0.span.startPosition
    return "\($0.rule.id) \(place.line):\(place.column) \($0.span.text.prefix(80))"
  }
}
