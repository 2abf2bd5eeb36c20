package import Comparing
import Content
import Planning
import Presenting
import System

/// Compares the pairs of a category: finds the facts of a page, and the results that lists need.
///
/// A pair with an article is compared with the article's cells.
package struct PairComparer: Sendable {
  let facts: PairFacts
  /// The articles about pairs of the category, by pair.
  let articles: [PairPosition: ComparisonArticle]
  private let category: CategoryPosition
  let entry: EditionCategory
  /// Whether pages show facts that only some themes ask for.
  var findsDetails = true
  /// A table of outcomes; nil if pairs are compared one by one, or if their values are too
  /// fine-grained for a table.
  private(set) var table: OutcomeTable?
  /// The week of each vendor's report, as a number that increases with time.
  let weeks: [Int]
  /// Whether a vendor has no value in a group, by vendor and group; the segments come last.
  let emptyGroups: [[Bool]]

  init(_ edition: Edition, category: CategoryPosition, _ detailedRows: DetailedRows) {
    self.category = category
    entry = edition[category]
    facts = PairFacts(entry.category, detailedRows)
    weeks = entry.vendors.map { $0.report.week.year * 100 + $0.report.week.number }
    emptyGroups = entry.vendors.map { vendor in
      vendor.report.cells.map { $0.allSatisfy { $0?.value == nil } }
        + [vendor.report.fit.allSatisfy { $0 == nil }]
    }
    var articles: [PairPosition: ComparisonArticle] = [:]
    for article in edition.library.comparisons + edition.library.correctedPairs {
      guard let pair = edition.position(of: article), pair.category == category else { continue }
      articles[pair] = article
    }
    self.articles = articles
  }

  /// Creates a comparer for the results of many pairs.
  package init(_ edition: Edition, category: CategoryPosition, jobs: Int) {
    self.init(edition, category: category, DetailedRows(edition[category]))
    makeTable(jobs: jobs)
  }

  /// Makes the table that speeds up comparing many pairs.
  mutating func makeTable(jobs: Int) { table = OutcomeTable(entry, jobs: jobs) }

  /// Returns the article about a pair, which is given in the order of its address.
  func article(_ left: Int, _ right: Int) -> ComparisonArticle? {
    articles.isEmpty ? nil : articles[PairPosition(category, left: left, right: right)]
  }

  // MARK: Facts of a page

  /// Buffers that a worker reuses from page to page.
  package struct Scratch {
    var outcome: Outcome
    var facts: [UInt16]
  }

  func makeScratch() -> Scratch {
    Scratch(outcome: table?.emptyOutcome ?? .empty, facts: Array(repeating: 0, count: facts.count))
  }

  /// Computes the facts of a pair without an article.
  func fill(_ scratch: inout Scratch, _ left: Int, _ right: Int) {
    if let table {
      table.compare(left, right, into: &scratch.outcome)
    } else {
      scratch.outcome = comparison(left, right).outcome
    }
    facts.fill(
      &scratch.facts, scratch.outcome,
      isIndexed: entry.category.indexed.allows(
        shared: scratch.outcome.sharedCount, different: scratch.outcome.differentCount),
      isRightNewer: isNewer(right, left))
    if findsDetails {
      if let table {
        fillDetails(&scratch.facts, facts, scratch.outcome.tally, left, right) {
          table.isSame(left, right, row: $0)
        }
      } else {
        let same = comparison(left, right).isSame
        fillDetails(&scratch.facts, facts, scratch.outcome.tally, left, right) { same[$0] }
      }
    }
  }

  /// Sets the facts that only some themes show.
  ///
  /// - Parameter filled: the groups that have values in an article.
  private func fillDetails(
    _ numbers: inout [UInt16], _ facts: PairFacts, _ tally: Tally, _ left: Int, _ right: Int,
    filled: Set<Int> = [], isSame: (Int) -> Bool
  ) {
    let (fit, otherFit) = (entry.vendors[left].report.fit, entry.vendors[right].report.fit)
    let (empty, otherEmpty) = (emptyGroups[left], emptyGroups[right])
    facts.fillDetails(
      &numbers, tally, isSame: isSame, isSameSegment: { fit[$0] == otherFit[$0] },
      isEmpty: { empty[$0] && otherEmpty[$0] && !filled.contains($0) })
  }

  /// A pair with an article. The article's cells may need other numbers of digits than the
  /// reports'.
  struct ArticlePair {
    let comparison: Comparison
    let detailedRows: DetailedRows
    let facts: PairFacts
    let numbers: [UInt16]
  }

  /// Returns the facts of a pair with an article; the vendors are given in display order.
  func articlePair(_ left: Int, _ right: Int, _ article: ComparisonArticle) -> ArticlePair {
    let comparison = comparison(left, right, article)
    let detailedRows = DetailedRows(comparison)
    let facts = PairFacts(entry.category, detailedRows)
    var numbers = Array(repeating: UInt16(0), count: facts.count)
    facts.fill(
      &numbers, comparison.outcome, isIndexed: comparison.isIndexed(with: article),
      isRightNewer: isNewer(right, left))
    let same = comparison.isSame
    fillDetails(
      &numbers, facts, comparison.tally, left, right, filled: comparison.filledGroups
    ) { same[$0] }
    return ArticlePair(
      comparison: comparison, detailedRows: detailedRows, facts: facts, numbers: numbers)
  }

  // MARK: Results for lists

  /// Returns the result of a pair, which is given in the order of its address.
  package func summary(_ left: Int, _ right: Int) -> PairSummaries.Summary {
    if let article = article(left, right) {
      let comparison = comparison(left, right, article)
      return PairSummaries.Summary(
        winner: comparison.verdict.winner, isIndexed: comparison.isIndexed(with: article))
    }
    let outcome = table?.summary(left, right) ?? comparison(left, right).summary
    return PairSummaries.Summary(
      winner: outcome.verdict.winner,
      isIndexed: entry.category.indexed.allows(
        shared: outcome.sharedCount, different: outcome.differentCount))
  }

  private func comparison(
    _ left: Int, _ right: Int, _ article: ComparisonArticle? = nil
  ) -> Comparison {
    Comparison(
      of: entry.vendors[left], and: entry.vendors[right], in: entry.category, article: article)
  }

  private func isNewer(_ vendor: Int, _ other: Int) -> Bool { weeks[vendor] > weeks[other] }
}

extension Comparison {
  /// For each row whether both sides show the same.
  fileprivate var isSame: [Bool] { rows.joined().map(\.isSame) }

  /// The groups in which either side has a value.
  fileprivate var filledGroups: Set<Int> {
    Set(
      rows.indices.filter { group in
        rows[group].contains { $0.left?.value != nil || $0.right?.value != nil }
      })
  }
}
