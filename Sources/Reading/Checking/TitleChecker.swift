import Content
import Diagnosing

/// Finds titles that editors used more than once.
enum TitleChecker {
  static func check(_ articles: [ComparisonArticle], into log: inout Diagnostics) {
    var seen: [String: SourceSpan] = [:]
    for article in articles {
      guard let title = article.title else { continue }
      if let first = seen[title.value] {
        log.report(.repeatedTitle(title.value, article.pairName, first: first, at: title.span))
      } else {
        seen[title.value] = title.span
      }
    }
  }
}
