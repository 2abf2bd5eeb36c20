import Content
import FoundationEssentials
import System

/// The values of a category's vendors as whole numbers, so that a pair is compared without decimals.
///
/// Decimals are compared once, when the table is made. Numbers stand for values of one criterion so
/// that their order, and where the rubric asks for it their difference, is that of the values. The
/// outcome is that of `Comparison`, which stays the definition.
package struct OutcomeTable: Sendable {
  /// One value of one vendor.
  private struct Standing: Sendable {
    /// Equal units can be compared, and `free` with all of them; nothing with these two.
    var unit = missing
    /// Equal for equal texts; 0 for a value that says nothing.
    var text: Int32 = 0
    var value: Int64 = 0

    static let missing: Int32 = 0
    static let unranked: Int32 = -2
    static let free: Int32 = -1
  }

  /// A criterion's rules in the measure of its numbers.
  private struct Rule: Sendable {
    let isRanked: Bool
    let isHigherBetter: Bool
    let within: Int64
    let margin: Int64
  }

  /// A sentence of the assessment: the position of its criterion, and which texts it has.
  private struct Sentence: Sendable {
    let criterion: Int
    let texts: AssessmentTexts
  }

  /// A criterion on which the usual digits show different values alike, with its values by vendor.
  private struct Lookalike: Sendable {
    let position: Int
    let criterion: Criterion
    let values: [CellValue?]

    func digits(_ left: Int, _ right: Int, _ lead: Lead) -> UInt8 {
      guard lead.leader != nil, let left = values[left], let right = values[right] else { return 0 }
      return UInt8(clamping: criterion.digits(telling: left, from: right) ?? 0)
    }
  }

  private let winner: WinnerRule
  private let rules: [Rule]
  /// The position of the headline among all criteria.
  private let headline: Int?
  private let sentences: [Sentence]
  /// By vendor, then by criterion.
  private let standings: [Standing]
  private let lookalikes: [Lookalike]

  /// - Parameter entry: whose vendors are later named by their position in it.
  /// - Returns: nil when differences count and are too fine to be whole numbers.
  package init?(_ entry: EditionCategory, jobs: Int = 1) {
    winner = entry.category.winner
    let indices = entry.category.groups.indices.flatMap { group in
      entry.category.groups[group].criteria.indices.map {
        CriterionIndex(group: group, criterion: $0)
      }
    }
    let all = concurrentMap(indices, jobs: jobs) { index -> (rule: Rule, column: [Standing])? in
      let criterion = entry.category.criterion(at: index)
      let decides = entry.category.winner.by == .headline && entry.category.headline == index
      let margin = decides ? entry.category.winner.margin : 0
      let ranks = entry.vendors.map { $0.rank(at: index) }
      guard let measure = Measure(ranks, within: criterion.within, margin: margin) else {
        return nil
      }
      let rule = Rule(
        isRanked: criterion.isRanked, isHigherBetter: criterion.better == .higher,
        within: measure.within, margin: measure.margin)
      return (rule, Self.column(index, entry.vendors, ranks, measure))
    }
    let columns = all.compactMap { $0?.column }
    guard columns.count == indices.count else { return nil }
    rules = all.compactMap { $0?.rule }
    headline = entry.category.headline.flatMap { indices.firstIndex(of: $0) }
    sentences = entry.category.assessment.map { rule in
      Sentence(
        criterion: indices.firstIndex(of: rule.when) ?? 0, texts: AssessmentTexts(of: rule))
    }
    lookalikes = indices.enumerated().compactMap { position, index in
      entry.tellingDigits(at: index).isEmpty
        ? nil
        : Lookalike(
          position: position, criterion: entry.category.criterion(at: index),
          values: entry.vendors.map { $0.cell(at: index)?.value })
    }
    standings = entry.vendors.indices.flatMap { vendor in columns.map { $0[vendor] } }
  }

  private static func column(
    _ index: CriterionIndex, _ vendors: [Vendor], _ ranks: [Rank?], _ measure: Measure
  ) -> [Standing] {
    var texts: [String: Int32] = [:]
    var units: [String: Int32] = [:]
    return zip(vendors, ranks).map { vendor, rank in
      var standing = Standing()
      let cell = vendor.cell(at: index)
      if cell?.value != nil { standing.unit = Standing.unranked }
      if let cell, cell.isKnown {
        standing.text = texts[cell.identity] ?? Int32(texts.count + 1)
        texts[cell.identity] = standing.text
      }
      guard let rank else { return standing }
      standing.value = measure.value(of: rank)
      switch rank {
      case .free: standing.unit = Standing.free
      case .number(_, let unit):
        standing.unit = units[unit] ?? Int32(units.count + 2)
        units[unit] = standing.unit
      case .version: standing.unit = 1
      }
      return standing
    }
  }

  /// An outcome to be filled by `compare`.
  package var emptyOutcome: Outcome {
    var outcome = Outcome.empty
    outcome.leads = Array(repeating: .none, count: rules.count)
    outcome.digits = Array(repeating: 0, count: rules.count)
    outcome.sentences = Array(repeating: nil, count: sentences.count)
    return outcome
  }

  /// Compares two vendors by their positions, left and right as given.
  package func compare(_ left: Int, _ right: Int, into outcome: inout Outcome) {
    let summary = summary(left, right) { outcome.leads[$0] = $1 }
    outcome.tally = summary.tally
    outcome.sharedCount = summary.sharedCount
    outcome.differentCount = summary.differentCount
    outcome.verdict = summary.verdict
    let (a, b) = (left * rules.count, right * rules.count)
    for row in lookalikes {
      let lead = lead(standings[a + row.position], standings[b + row.position], rules[row.position])
      outcome.digits[row.position] = row.digits(left, right, lead)
    }
    for rule in sentences.indices {
      let criterion = sentences[rule].criterion
      outcome.sentences[rule] = AssessmentSentence(
        rule: rule, sentences[rule].texts,
        lead: lead(standings[a + criterion], standings[b + criterion], rules[criterion]),
        winner: summary.verdict.winner)
    }
  }

  /// What the comparison of two vendors comes to, without its rows and sentences.
  package func summary(_ left: Int, _ right: Int) -> OutcomeSummary {
    summary(left, right) { _, _ in }
  }

  /// - Parameter row: is given the lead of each ranked row, by its position among all.
  @inline(__always)
  private func summary(_ left: Int, _ right: Int, _ row: (Int, Lead) -> Void) -> OutcomeSummary {
    let (a, b) = (left * rules.count, right * rules.count)
    // One check for each vendor, not one for each value.
    let (lefts, rights) = (
      standings.span.extracting(a..<a + rules.count),
      standings.span.extracting(b..<b + rules.count)
    )
    let rules = rules.span
    var (leftLeads, rightLeads, ties) = (0, 0, 0)
    var (shared, different) = (0, 0)
    for index in rules.indices {
      let (x, y) = (lefts[index], rights[index])
      let lead = lead(x, y, rules[index])
      if x.text != 0, y.text != 0 {
        shared += 1
        if lead == .notComparable ? x.text != y.text : x.value != y.value { different += 1 }
      }
      guard rules[index].isRanked else { continue }
      row(index, lead)
      switch lead {
      case .left: leftLeads += 1
      case .right: rightLeads += 1
      case .tie: ties += 1
      case .notComparable, .none: break
      }
    }
    let tally = Tally(left: leftLeads, right: rightLeads, even: ties)
    return OutcomeSummary(
      tally: tally,
      verdict: Verdict(
        winner, ranked: leftLeads + rightLeads + ties, tally: tally, headline: headline(a, b)),
      sharedCount: shared, differentCount: different)
  }

  /// Whether the first of two vendors leads the second on a criterion, by its position among all.
  func leads(_ vendor: Int, _ other: Int, at criterion: Int) -> Bool {
    let (x, y) = (
      standings[vendor * rules.count + criterion], standings[other * rules.count + criterion]
    )
    return lead(x, y, rules[criterion]) == .left
  }

  /// Who leads the headline's row, and whether by more than the margin.
  private func headline(_ a: Int, _ b: Int) -> Verdict.Headline? {
    guard let headline else { return nil }
    let (x, y) = (standings[a + headline], standings[b + headline])
    let lead = lead(x, y, rules[headline])
    return Verdict.Headline(
      lead: lead, isBeyondMargin: abs(x.value - y.value) > rules[headline].margin)
  }

  private func lead(_ x: Standing, _ y: Standing, _ rule: Rule) -> Lead {
    if x.unit == Standing.missing || y.unit == Standing.missing { return .none }
    guard x.unit != Standing.unranked, y.unit != Standing.unranked,
      x.unit == y.unit || x.unit == Standing.free || y.unit == Standing.free
    else { return .notComparable }
    let difference = x.value - y.value
    if abs(difference) <= rule.within { return .tie }
    return (difference > 0) == rule.isHigherBetter ? .left : .right
  }
}

/// How the ranks of one criterion become whole numbers.
private struct Measure {
  let within: Int64
  let margin: Int64
  private let numbers: [Decimal: Int64]
  private let versions: [[Int]: Int64]

  /// Places in the order of the values where only the order counts, else the values themselves, as
  /// multiples of the smallest decimal digit; nil when these do not fit.
  init?(_ ranks: [Rank?], within: Decimal, margin: Decimal) {
    var decimals: Set<Decimal> = [0]
    var versions: Set<[Int]> = []
    for rank in ranks {
      switch rank {
      case .number(let number, _): decimals.insert(number)
      case .version(let parts): versions.insert(parts)
      case .free, nil: break
      }
    }
    let sorted = versions.sorted { $0.lexicographicallyPrecedes($1) }
    self.versions = Dictionary(
      uniqueKeysWithValues: sorted.enumerated().map { ($1, Int64($0)) })
    if within == 0, margin == 0 {
      (self.within, self.margin) = (0, 0)
      numbers = Dictionary(
        uniqueKeysWithValues: decimals.sorted().enumerated().map { ($1, Int64($0)) })
      return
    }
    // The sign alone means something for versions, which a margin does not fit.
    guard versions.isEmpty else { return nil }
    let all = decimals.union([within, margin])
    let digits = all.map(\.fractionDigitCount).max() ?? 0
    guard let smallWithin = within.multiple(digits), let smallMargin = margin.multiple(digits)
    else { return nil }
    (self.within, self.margin) = (smallWithin, smallMargin)
    var numbers: [Decimal: Int64] = [:]
    for decimal in decimals {
      guard let multiple = decimal.multiple(digits) else { return nil }
      numbers[decimal] = multiple
    }
    self.numbers = numbers
  }

  func value(of rank: Rank) -> Int64 {
    switch rank {
    case .number(let number, _): numbers[number] ?? 0
    case .free: numbers[0] ?? 0
    case .version(let parts): versions[parts] ?? 0
    }
  }
}
