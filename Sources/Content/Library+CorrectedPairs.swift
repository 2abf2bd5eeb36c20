import Diagnosing
import Markup
import System

extension Library {
  /// A stand-in article for each corrected pair that no editor wrote about. The pages of these
  /// pairs differ from those of ordinary pairs, as pages of articles do, but only by the correction
  /// (T-13).
  package var correctedPairs: [ComparisonArticle] {
    var known = Set(comparisons.map { [$0.left, $0.right] })
    return corrections.compactMap { correction in
      guard let slugs = SlugPair.slugs(of: correction.page.value) else { return nil }
      let pair = [slugs.0, slugs.1].sorted()
      guard known.insert(pair).inserted else { return nil }
      var article = ComparisonArticle(
        file: correction.page.span.file, left: pair[0], right: pair[1],
        body: Markdown(source: "", span: correction.page.span.file.start))
      article.isWritten = false
      return article
    }
  }
}
