import Diagnosing
import Markup

/// A text with a file of its own.
func markdown(_ source: String) -> Markdown {
  Markdown(SourceFile(path: "x.md", text: source).span)
}

/// A renderer to which nobody has a page.
let renderer = MarkdownRenderer(unsafeHTML: false) { _ in nil }

/// What is reported of a text: rule, line, column, and what the mark covers.
func problems(_ check: (inout Diagnostics) -> Void) -> [String] {
  var log = Diagnostics()
  check(&log)
  return log.sorted.map {
    let place = $0.span.startPosition
    return "\($0.rule.id) \(place.line):\(place.column) \($0.span.text.prefix(80))"
  }
}
