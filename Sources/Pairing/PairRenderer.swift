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
/// Whatever all pages share is made once, and whatever all pages of a vendor share is made once for
/// each side. A page is assembled from these parts and the facts of its pair.
package struct PairRenderer: Sendable {
  private let model: SiteModel
  private let category: CategoryPosition
  private let entry: EditionCategory
  private let texts: PairTexts
  private let detailedRows: DetailedRows
  private(set) var comparer: PairComparer
  private(set) var program: Program
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
    comparer.findsDetails =
      program.needsValues || program.greatestFact >= comparer.facts.firstDetail
  }

  /// Whether pages of ordinary pairs need no plain evaluation at all.
  package var isSpecialized: Bool { !program.evaluatesNodes }

  /// Returns a renderer of equal pages whose vendors' parts are small.
  package var packing: PairRenderer {
    var renderer = self
    renderer.program = Program(
      program.template, staged, subjectValues: VendorSlot.allCases.count, layout: .small)
    return renderer
  }

  /// Returns a renderer for many pairs, which compares them by a table. Making the table takes as
  /// long as a few hundred comparisons.
  func forMany(jobs: Int) -> PairRenderer {
    var renderer = self
    renderer.comparer.makeTable(jobs: jobs)
    return renderer
  }

  /// The parts of the template that packed pages cannot have.
  package var packingObstacles: [PackingObstacle] {
    Profiler(program.template, staged, subjectValues: VendorSlot.allCases.count).obstacles
  }

  /// Profiles a number of pages, evenly spread over all. Pairs with an article are left out,
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

  /// Returns a number of pairs without an article.
  package func sample(_ count: Int) -> [(left: Int, right: Int)] {
    let lefts = stride(
      from: 0, to: entry.vendors.count, by: max(1, entry.vendors.count / count))
    let all = lefts.flatMap { left in
      model.plan.rights(ofLeft: VendorPosition(category, left)).prefix(count).map { (left, $0) }
    }
    return stride(from: 0, to: all.count, by: max(1, all.count / count)).map { all[$0] }
      .filter { article($0.0, $0.1) == nil }
  }

  // MARK: One vendor

  /// The parts that all pages of a vendor share, for the sides on which pages show the vendor. A
  /// class, so that passing it to a page costs one retain.
  package final class VendorFragments: Sendable {
    let left: Fragments
    let right: Fragments

    init(left: Fragments, right: Fragments) { (self.left, self.right) = (left, right) }
  }

  /// Renders the parts that all pages of a vendor share.
  ///
  /// - Parameter sides: the sides on which pages show the vendor; the others stay empty.
  package func fragments(
    ofVendor index: Int, on sides: Set<Side> = Set(Side.allCases)
  ) -> VendorFragments {
    let values = sides.isEmpty ? [] : values(of: index)
    func fragments(_ side: Side) -> Fragments {
      sides.contains(side) ? program.fragments(of: side, values) : .none
    }
    return VendorFragments(left: fragments(.left), right: fragments(.right))
  }

  // MARK: What a page depends on

  /// The fingerprint of everything that pages depend on besides their vendors. The rubric counts as
  /// written. If parts of pages need plain evaluation, the theme and the site count as well.
  package var fingerprint: Fingerprint {
    Fingerprint { input in
      input.add(program.fingerprint)
      input.add(Fingerprint(of: entry.category.file.bytes))
      if program.worksOutValues { input.add(model.siteFingerprint) }
    }
  }

  /// Returns the fingerprint of everything that a vendor contributes to pages, without rendering
  /// any part of them.
  package func fingerprint(ofVendor index: Int) -> Fingerprint {
    Fingerprint { input in
      entry.vendors[index].addOutcomes(to: &input)
      for value in values(of: index) { input.add(value) }
    }
  }

  /// The pairs with an article, each with the fingerprint of its page.
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

  /// Appends the page as the plain evaluator makes it: equal to the output of `render`, but slower.
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

  /// Returns a vendor's values for pages of pairs without an article.
  func values(of index: Int) -> [TemplateValue] {
    VendorSlot.values(
      of: vendor(index),
      detailed: VendorValues.detailed(
        detailedRows, of: entry.vendors[index], in: entry.category, model.context))
  }

  /// Returns a vendor's values for the page of a pair with an article.
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

  /// Returns the values of a pair with an article, in display order and with the article's cells.
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
  /// Returns the winner of a pair; nil if there is none.
  package func winner(_ left: Int, _ right: Int, among summaries: PairSummaries?) -> Side? {
    if let summaries { summaries.winner(left, right) } else { comparer.summary(left, right).winner }
  }

  /// Reports whether search engines may index the page (S-04).
  package func isIndexed(_ left: Int, _ right: Int, among summaries: PairSummaries?) -> Bool {
    summaries?.isIndexed(left, right) ?? comparer.summary(left, right).isIndexed
  }

  /// The results of all pairs; nil until `prepare` has computed them.
  package var summaries: PairSummaries? { allSummaries.existing }

  /// Computes the results of all pairs in parallel, for callers that need most of them.
  func prepare(jobs: Int) {
    _ = allSummaries.value {
      PairSummaries(count: entry.vendors.count, jobs: jobs) { comparer.summary($0, $1) }
    }
  }

  /// Returns the date of the last change to a pair's article, if the article gives one.
  package func articleDate(_ left: Int, _ right: Int) -> CalendarDate? {
    comparer.article(left, right).flatMap { $0.updated ?? $0.published }
  }
}
