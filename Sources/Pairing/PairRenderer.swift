import Comparing
package import Content
import Diagnosing
package import Hashing
import Planning
import Presenting
package import System
package import Templating

/// Renders the comparison pages of one category.
///
/// What is the same on all pages is made once, what is the same on all pages of a vendor once for
/// each side; a page is then put together from the two and from the facts of its pair.
package struct PairRenderer: Sendable {
  private let model: SiteModel
  private let category: CategoryPosition
  private let entry: EditionCategory
  private let texts: PairTexts
  /// Nil where pairs are compared one by one, or are too fine for it.
  private var table: OutcomeTable?
  private let facts: PairFacts
  private let bounds: IndexBounds
  /// The week of each vendor's report, as a number that grows.
  private let weeks: [Int]
  private let program: Program
  private let staged: [StagedValue]
  private let articles: [ComparisonArticle]
  /// The positions in `articles` of the pairs that an editor wrote about.
  private let articlePositions: [PairPosition: Int]
  private let allSummaries = Lazy<PairSummaries>()

  init(_ model: SiteModel, category: CategoryPosition, template: Template, texts: PairTexts) {
    self.model = model
    self.category = category
    self.texts = texts
    let edition = model.plan.edition
    entry = edition[category]
    facts = PairFacts(entry.category)
    bounds = entry.category.indexed
    weeks = entry.vendors.map { $0.report.week.year * 100 + $0.report.week.number }
    staged =
      ComparisonValues(
        model: model, categoryPosition: category, article: nil, texts: texts, facts: facts
      ).globals
    program = Program(template, staged, subjectValues: VendorSlot.allCases.count)
    articles = edition.library.comparisons + edition.library.correctedPairs
    var articlePositions: [PairPosition: Int] = [:]
    for (index, article) in articles.enumerated() {
      guard let pair = edition.position(of: article), pair.category == category else { continue }
      articlePositions[pair] = index
    }
    self.articlePositions = articlePositions
  }

  /// Whether no part of an ordinary pair's page is left to the plain evaluator.
  package var isSpecialized: Bool { !program.needsValues }

  /// The same for many pairs: they are compared by a table, which takes as long to make as some
  /// hundred comparisons.
  func forMany(jobs: Int) -> PairRenderer {
    var renderer = self
    renderer.table = OutcomeTable(entry, jobs: jobs)
    return renderer
  }

  /// What some pages, evenly spread over all, are made of; pairs that an editor wrote about are left
  /// out, because all of theirs is evaluated.
  package func profile(pages: Int) -> ProgramProfile {
    let profiler = Profiler(
      program.template, staged, subjectValues: VendorSlot.allCases.count)
    var profile = ProgramProfile()
    var scratch = makeScratch()
    for (left, right) in sample(pages) {
      fill(&scratch, left, right)
      profiler.add(inputs(left, right, scratch.facts), to: &profile)
    }
    return profile
  }

  /// Some pairs that no editor wrote about.
  package func sample(_ count: Int) -> [(left: Int, right: Int)] {
    let all = entry.vendors.indices.flatMap { left in
      model.plan.rights(ofLeft: VendorPosition(category, left)).prefix(count).map { (left, $0) }
    }
    return stride(from: 0, to: all.count, by: max(1, all.count / count)).map { all[$0] }
      .filter { article($0.0, $0.1) == nil }
  }

  // MARK: One vendor

  /// What the pages of one vendor share, for each side that it stands on. A class, so that to pass it
  /// on for each of many pages counts one reference.
  package final class VendorPart: Sendable {
    let left: Fragments
    let right: Fragments

    init(left: Fragments, right: Fragments) { (self.left, self.right) = (left, right) }
  }

  package func part(ofVendor index: Int) -> VendorPart {
    let values = VendorSlot.values(of: vendor(index))
    return VendorPart(
      left: program.fragments(of: .left, values), right: program.fragments(of: .right, values))
  }

  /// The parts of all vendors, by position.
  package func parts(jobs: Int) -> [VendorPart] {
    concurrentMap(Array(entry.vendors.indices), jobs: jobs) { part(ofVendor: $0) }
  }

  // MARK: What a page depends on

  /// Changes whenever all pages may. The rubric counts as it is written; where pages are left to the
  /// plain evaluator, so do the theme and the site.
  package var fingerprint: Fingerprint {
    Fingerprint { input in
      input.add(program.fingerprint)
      input.add(Fingerprint(of: entry.category.file.bytes))
      if program.needsValues { input.add(model.siteFingerprint) }
    }
  }

  /// Changes whenever the pages of a vendor do, for the left and for the right side.
  package func fingerprints(
    ofVendor index: Int, _ part: VendorPart
  ) -> (left: Fingerprint, right: Fingerprint) {
    var shared = FingerprintInput()
    entry.vendors[index].addOutcomes(to: &shared)
    if program.needsValues {
      for value in VendorSlot.values(of: vendor(index)) { shared.add(value) }
    }
    func fingerprint(_ fragments: Fragments) -> Fingerprint {
      var input = shared
      input.add(fragments.fingerprint)
      return input.fingerprint
    }
    return (fingerprint(part.left), fingerprint(part.right))
  }

  /// The pairs that an editor wrote about, each with a fingerprint that changes with its page.
  package var articleFingerprints: [(left: Int, right: Int, fingerprint: Fingerprint)] {
    articlePositions.map { pair, position in
      let fingerprint = Fingerprint { input in
        input.add(model.siteFingerprint)
        for value in globals(pair.left, pair.right, articles[position]) { input.add(value) }
      }
      return (pair.left, pair.right, fingerprint)
    }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  // MARK: One page

  /// What a worker keeps from page to page.
  package struct Scratch {
    var outcome: Outcome
    var facts: [UInt16]
  }

  package func makeScratch() -> Scratch {
    Scratch(outcome: table?.emptyOutcome ?? .empty, facts: Array(repeating: 0, count: facts.count))
  }

  /// Appends the page of a pair to a buffer.
  package func render(
    _ left: Int, _ right: Int, _ leftPart: VendorPart, _ rightPart: VendorPart,
    scratch: inout Scratch, into output: inout [UInt8]
  ) {
    if let article = article(left, right) {
      program.template.render(globals(left, right, article), into: &output)
      return
    }
    fill(&scratch, left, right)
    program.render(
      leftPart.left, rightPart.right, facts: scratch.facts, into: &output,
      values: { [facts = scratch.facts] in globals(left, right, facts) })
  }

  /// Appends the page of a pair that the plain evaluator makes: the same bytes, more slowly.
  package func renderPlainly(_ left: Int, _ right: Int, into output: inout [UInt8]) {
    if let article = article(left, right) {
      program.template.render(globals(left, right, article), into: &output)
      return
    }
    var scratch = makeScratch()
    fill(&scratch, left, right)
    program.template.render(globals(left, right, scratch.facts), into: &output)
  }

  /// Who wins, without anything else: nil when nobody does.
  package func winner(_ left: Int, _ right: Int, among known: PairSummaries?) -> Side? {
    if let known { known.winner(left, right) } else { summary(left, right).winner }
  }

  /// Whether search engines are shown the page (S-04).
  package func isIndexed(_ left: Int, _ right: Int, among known: PairSummaries?) -> Bool {
    known?.isIndexed(left, right) ?? summary(left, right).isIndexed
  }

  /// What all pairs come to, once `prepare` has found it.
  package var summaries: PairSummaries? { allSummaries.existing }

  /// Finds what all pairs come to, in parallel, for those who ask about most of them.
  func prepare(jobs: Int) {
    _ = allSummaries.value {
      PairSummaries(count: entry.vendors.count, jobs: jobs) { summary($0, $1) }
    }
  }

  private func summary(_ left: Int, _ right: Int) -> PairSummaries.Summary {
    if let article = article(left, right) {
      let comparison = comparison(left, right, article)
      return PairSummaries.Summary(
        winner: comparison.verdict.winner, isIndexed: comparison.isIndexed(with: article))
    }
    let outcome = outcome(left, right)
    return PairSummaries.Summary(
      winner: outcome.verdict.winner,
      isIndexed: bounds.admit(
        shared: outcome.sharedCount, different: outcome.differentCount))
  }

  private func outcome(_ left: Int, _ right: Int) -> OutcomeSummary {
    table?.summary(left, right)
      ?? Comparison(of: entry.vendors[left], and: entry.vendors[right], in: entry.category).summary
  }

  /// When the editor's text on a pair was last changed, as far as it says so.
  package func articleDate(_ left: Int, _ right: Int) -> CalendarDate? {
    article(left, right).flatMap { $0.updated ?? $0.published }
  }

  /// What an editor wrote on a pair, in the order of its address.
  package func article(_ left: Int, _ right: Int) -> ComparisonArticle? {
    articlePositions.isEmpty
      ? nil
      : articlePositions[PairPosition(category, left: left, right: right)].map { articles[$0] }
  }

  private func compare(_ scratch: inout Scratch, _ left: Int, _ right: Int) {
    if let table {
      table.compare(left, right, into: &scratch.outcome)
    } else {
      scratch.outcome =
        Comparison(of: entry.vendors[left], and: entry.vendors[right], in: entry.category).outcome
    }
  }

  /// Left and right as given.
  private func comparison(_ left: Int, _ right: Int, _ article: ComparisonArticle) -> Comparison {
    Comparison(
      of: entry.vendors[left], and: entry.vendors[right], in: entry.category, article: article)
  }

  private func fill(_ scratch: inout Scratch, _ left: Int, _ right: Int) {
    compare(&scratch, left, right)
    facts.fill(
      &scratch.facts, scratch.outcome,
      isIndexed: bounds.admit(
        shared: scratch.outcome.sharedCount, different: scratch.outcome.differentCount),
      isRightNewer: isNewer(right, left))
  }

  private func isNewer(_ vendor: Int, _ other: Int) -> Bool {
    weeks[vendor] > weeks[other]
  }

  private func vendor(_ index: Int) -> VendorValues {
    model.vendor(VendorPosition(category, index))
  }

  /// A vendor with the cells of an article.
  private func vendor(_ index: Int, in article: ComparisonArticle) -> VendorValues {
    vendor(index).shown(in: article, entry.vendors[index], of: entry.category, model.context)
  }

  private func inputs(_ left: Int, _ right: Int, _ facts: [UInt16]) -> PairInputs {
    PairInputs(
      left: VendorSlot.values(of: vendor(left)), right: VendorSlot.values(of: vendor(right)),
      facts: facts)
  }

  private func globals(_ left: Int, _ right: Int, _ facts: [UInt16]) -> [TemplateValue] {
    let inputs = inputs(left, right, facts)
    return staged.map { $0.resolved(inputs) }
  }

  /// Of a pair that an editor wrote about: in the order displayed, with the cells of the article.
  private func globals(
    _ first: Int, _ second: Int, _ article: ComparisonArticle
  ) -> [TemplateValue] {
    let (left, right) = article.isSwapped ? (second, first) : (first, second)
    let comparison = comparison(left, right, article)
    var facts = Array(repeating: UInt16(0), count: self.facts.count)
    self.facts.fill(
      &facts, comparison.outcome, isIndexed: comparison.isIndexed(with: article),
      isRightNewer: isNewer(right, left))
    let inputs = PairInputs(
      left: VendorSlot.values(of: vendor(left, in: article)),
      right: VendorSlot.values(of: vendor(right, in: article)), facts: facts)
    return ComparisonValues(
      model: model, categoryPosition: category, article: article, texts: texts, facts: self.facts
    ).globals.map { $0.resolved(inputs) }
  }
}
