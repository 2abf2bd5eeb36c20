import Comparing
package import Content
import Diagnosing
package import Hashing
import Planning
import Presenting
package import System
package import Templating

/// Renders the comparison pages of a category.
///
/// What all pages share is made once, and what all pages of a vendor share is made once for each
/// side. A page is then put together from these parts and the facts of its pair.
package struct PairRenderer: Sendable {
  private let model: SiteModel
  private let category: CategoryPosition
  private let entry: EditionCategory
  private let texts: PairTexts
  private let detailedRows: DetailedRows
  private var comparer: PairComparer
  private let program: Program
  private let staged: [StagedValue]
  private let allSummaries = Lazy<PairSummaries>()

  init(_ model: SiteModel, category: CategoryPosition, template: Template, texts: PairTexts) {
    self.model = model
    self.category = category
    self.texts = texts
    let edition = model.plan.edition
    entry = edition[category]
    detailedRows = model.category(category).detailedRows
    comparer = PairComparer(edition, category: category, detailedRows)
    staged =
      ComparisonValues(
        model: model, categoryPosition: category, article: nil, texts: texts, facts: comparer.facts
      ).globals
    program = Program(template, staged, subjectValues: VendorSlot.allCases.count)
  }

  /// Whether pages of ordinary pairs need no plain evaluation at all.
  package var isSpecialized: Bool { !program.needsValues }

  /// A renderer for many pairs, which compares them by a table. Making the table takes as long as a
  /// few hundred comparisons.
  func forMany(jobs: Int) -> PairRenderer {
    var renderer = self
    renderer.comparer.makeTable(jobs: jobs)
    return renderer
  }

  /// What some pages, evenly spread over all, are made of. Pairs with an article are left out,
  /// because their pages are evaluated as a whole.
  package func profile(pages: Int) -> ProgramProfile {
    let profiler = Profiler(
      program.template, staged, subjectValues: VendorSlot.allCases.count)
    var profile = ProgramProfile()
    var scratch = makeScratch()
    for (left, right) in sample(pages) {
      comparer.fill(&scratch, left, right)
      profiler.add(inputs(left, right, scratch.facts), to: &profile)
    }
    return profile
  }

  /// Some pairs without an article.
  package func sample(_ count: Int) -> [(left: Int, right: Int)] {
    let all = entry.vendors.indices.flatMap { left in
      model.plan.rights(ofLeft: VendorPosition(category, left)).prefix(count).map { (left, $0) }
    }
    return stride(from: 0, to: all.count, by: max(1, all.count / count)).map { all[$0] }
      .filter { article($0.0, $0.1) == nil }
  }

  // MARK: One vendor

  /// What the pages of a vendor share, for each side. A class, so that passing it to a page costs
  /// one retain.
  package final class VendorFragments: Sendable {
    let left: Fragments
    let right: Fragments

    init(left: Fragments, right: Fragments) { (self.left, self.right) = (left, right) }
  }

  package func fragments(ofVendor index: Int) -> VendorFragments {
    let values = values(of: index)
    return VendorFragments(
      left: program.fragments(of: .left, values), right: program.fragments(of: .right, values))
  }

  /// The fragments of all vendors, by position.
  package func fragments(jobs: Int) -> [VendorFragments] {
    concurrentMap(Array(entry.vendors.indices), jobs: jobs) { fragments(ofVendor: $0) }
  }

  // MARK: What a page depends on

  /// Changes whenever all pages may change. The rubric counts as it is written. If parts of pages
  /// need plain evaluation, the theme and the site count too.
  package var fingerprint: Fingerprint {
    Fingerprint { input in
      input.add(program.fingerprint)
      input.add(Fingerprint(of: entry.category.file.bytes))
      if program.needsValues { input.add(model.siteFingerprint) }
    }
  }

  /// Changes whenever the pages of a vendor do, for the left and for the right side.
  package func fingerprints(
    ofVendor index: Int, _ fragments: VendorFragments
  ) -> (left: Fingerprint, right: Fingerprint) {
    var shared = FingerprintInput()
    entry.vendors[index].addOutcomes(to: &shared)
    if program.needsValues {
      for value in values(of: index) { shared.add(value) }
    }
    func fingerprint(_ side: Fragments) -> Fingerprint {
      var input = shared
      input.add(side.fingerprint)
      return input.fingerprint
    }
    return (fingerprint(fragments.left), fingerprint(fragments.right))
  }

  /// The pairs with an article, each with a fingerprint that changes with its page.
  package var articleFingerprints: [(left: Int, right: Int, fingerprint: Fingerprint)] {
    comparer.articles.map { pair, article in
      let fingerprint = Fingerprint { input in
        input.add(model.siteFingerprint)
        for value in globals(pair.left, pair.right, article) { input.add(value) }
      }
      return (pair.left, pair.right, fingerprint)
    }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  // MARK: One page

  package typealias Scratch = PairComparer.Scratch

  package func makeScratch() -> Scratch { comparer.makeScratch() }

  /// Appends the page of a pair to a buffer.
  package func render(
    _ left: Int, _ right: Int, _ leftVendor: VendorFragments, _ rightVendor: VendorFragments,
    scratch: inout Scratch, into output: inout [UInt8]
  ) {
    if let article = article(left, right) {
      program.template.render(globals(left, right, article), into: &output)
      return
    }
    comparer.fill(&scratch, left, right)
    program.render(
      leftVendor.left, rightVendor.right, facts: scratch.facts, into: &output,
      values: { [facts = scratch.facts] in globals(left, right, facts) })
  }

  /// Appends the bytes that the plain evaluator makes: equal to those of `render`, but slower.
  package func renderPlainly(_ left: Int, _ right: Int, into output: inout [UInt8]) {
    if let article = article(left, right) {
      program.template.render(globals(left, right, article), into: &output)
      return
    }
    var scratch = makeScratch()
    comparer.fill(&scratch, left, right)
    program.template.render(globals(left, right, scratch.facts), into: &output)
  }

  /// The article about a pair, which is given in the order of its address.
  package func article(_ left: Int, _ right: Int) -> ComparisonArticle? {
    comparer.article(left, right)
  }

  private func vendor(_ index: Int) -> VendorValues {
    model.vendor(VendorPosition(category, index))
  }

  /// The values of a vendor for pages of ordinary pairs.
  private func values(of index: Int) -> [TemplateValue] {
    VendorSlot.values(
      of: vendor(index),
      detailed: VendorValues.detailed(
        detailedRows, of: entry.vendors[index], in: entry.category, model.context))
  }

  /// The values of a vendor for the page of a pair with an article.
  ///
  /// - Parameter shown: the vendor with the cells of the article.
  private func values(
    of index: Int, _ shown: Vendor, in article: ComparisonArticle, _ rows: DetailedRows
  ) -> [TemplateValue] {
    VendorSlot.values(
      of: vendor(index).shown(
        in: article, entry.vendors[index], of: entry.category, model.context),
      detailed: VendorValues.detailed(rows, of: shown, in: entry.category, model.context))
  }

  private func inputs(_ left: Int, _ right: Int, _ facts: [UInt16]) -> PairInputs {
    PairInputs(left: values(of: left), right: values(of: right), facts: facts)
  }

  private func globals(_ left: Int, _ right: Int, _ facts: [UInt16]) -> [TemplateValue] {
    let inputs = inputs(left, right, facts)
    return staged.map { $0.resolved(inputs) }
  }

  /// The values of a pair with an article: in display order, with the article's cells.
  private func globals(
    _ first: Int, _ second: Int, _ article: ComparisonArticle
  ) -> [TemplateValue] {
    let (left, right) = article.isSwapped ? (second, first) : (first, second)
    let pair = comparer.articlePair(left, right, article)
    let inputs = PairInputs(
      left: values(of: left, pair.comparison.left, in: article, pair.detailedRows),
      right: values(of: right, pair.comparison.right, in: article, pair.detailedRows),
      facts: pair.numbers)
    return ComparisonValues(
      model: model, categoryPosition: category, article: article, texts: texts, facts: pair.facts
    ).globals.map { $0.resolved(inputs) }
  }
}

// MARK: Results of pairs

extension PairRenderer {
  /// Who wins a pair; nil when nobody does.
  package func winner(_ left: Int, _ right: Int, among summaries: PairSummaries?) -> Side? {
    if let summaries { summaries.winner(left, right) } else { comparer.summary(left, right).winner }
  }

  /// Whether search engines may index the page (S-04).
  package func isIndexed(_ left: Int, _ right: Int, among summaries: PairSummaries?) -> Bool {
    summaries?.isIndexed(left, right) ?? comparer.summary(left, right).isIndexed
  }

  /// The results of all pairs, once `prepare` has computed them.
  package var summaries: PairSummaries? { allSummaries.existing }

  /// Computes the results of all pairs in parallel, for callers that need most of them.
  func prepare(jobs: Int) {
    _ = allSummaries.value {
      PairSummaries(count: entry.vendors.count, jobs: jobs) { comparer.summary($0, $1) }
    }
  }

  /// When the pair's article was last changed, if it says so.
  package func articleDate(_ left: Int, _ right: Int) -> CalendarDate? {
    comparer.article(left, right).flatMap { $0.updated ?? $0.published }
  }
}
