import Diagnosing
import Markup
import System

extension Library {
  /// Pairs that no editor wrote about and of whose page something was corrected, each once: their
  /// pages differ from the others as those of an article do, and say nothing but that (T-13).
  package var correctedPairs: [ComparisonArticle] {
    var known = Set(comparisons.map { [$0.left, $0.right] })
    return corrections.compactMap { correction in
      let pair = correction.page.value.split(on: "-vs-").compactMap { Slug($0) }.sorted()
      guard pair.count == 2, known.insert(pair).inserted else { return nil }
      return ComparisonArticle(unwritten: pair, file: correction.page.span.file)
    }
  }
}

extension ComparisonArticle {
  /// Of a pair that no editor wrote about.
  fileprivate init(unwritten pair: [Slug], file: SourceFile) {
    self.init(
      file: file, left: pair[0], right: pair[1], isSwapped: false, title: nil, suffix: nil,
      author: nil, published: nil, updated: nil, answer: nil, leftCells: [:], rightCells: [:],
      criteria: nil, chooseLeft: nil, chooseRight: nil, useCases: [], steps: [], questions: [],
      prompts: [], related: [], indexed: .auto, body: Markdown(source: "", span: file.start))
    isWritten = false
  }
}
