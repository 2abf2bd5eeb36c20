import Content
import FoundationEssentials
import System

/// The values of a category's vendors as whole numbers, so that comparing a pair needs no decimals.
///
/// Decimals are compared once, when the table is made. The numbers of a criterion keep the order of
/// its values and, if the rubric needs it, their differences. `Comparison` remains the definition;
/// the table gives equal outcomes.
package struct OutcomeTable: Sendable {
  /// A value of a vendor.
  struct EncodedValue: Sendable {
    /// The unit of the value. Values with equal units can be compared, and free values with all of
    /// these. A missing or unranked value compares with nothing.
    var unit = missing
    /// A number that is equal for equal texts; 0 for a value that says nothing.
    var text: Int32 = 0
    var number: Int64 = 0

    static let missing: Int32 = 0
    static let unranked: Int32 = -2
    static let free: Int32 = -1
  }

  /// The rules of a criterion, with margins on the scale of the criterion's numbers.
  struct Rule: Sendable {
    let isRanked: Bool
    let isHigherBetter: Bool
    let within: Int64
    let margin: Int64
  }

  /// A sentence of the assessment: the position of its criterion, and which texts it has.
  struct Sentence: Sendable {
    let criterion: Int
    let texts: AssessmentTexts
  }

  /// A criterion whose usual digits make different values look equal, with its values by vendor.
  private struct Lookalike: Sendable {
    let position: Int
    let criterion: Criterion
    let values: [CellValue?]

    func digits(_ left: Int, _ right: Int, _ lead: Lead) -> UInt8 {
      guard lead.leader != nil, let left = values[left], let right = values[right] else { return 0 }
      return UInt8(clamping: criterion.digits(telling: left, from: right) ?? 0)
    }
  }

  let winner: WinnerRule
  let rules: [Rule]
  /// The position of the headline among all criteria.
  let headline: Int?
  let sentences: [Sentence]
  /// The values, ordered by vendor, then by criterion.
  let encoded: [EncodedValue]
  private let lookalikes: [Lookalike]

  /// Encodes the values of a category.
  ///
  /// - Parameter entry: the category. Vendors are identified by their position in it.
  /// - Returns: nil when differences matter and are too fine for whole numbers.
  package init?(_ entry: EditionCategory, jobs: Int = 1) {
    winner = entry.category.winner
    let indices = entry.category.groups.indices.flatMap { group in
      entry.category.groups[group].criteria.indices.map {
        CriterionIndex(group: group, criterion: $0)
      }
    }
    let all = concurrentMap(indices, jobs: jobs) { index -> (rule: Rule, column: [EncodedValue])? in
      let criterion = entry.category.criterion(at: index)
      let decides = entry.category.winner.by == .headline && entry.category.headline == index
      let margin = decides ? entry.category.winner.margin : 0
      let ranks = entry.vendors.map { $0.rank(at: index) }
      guard let scale = IntegerScale(ranks, within: criterion.within, margin: margin) else {
        return nil
      }
      let rule = Rule(
        isRanked: criterion.isRanked, isHigherBetter: criterion.better == .higher,
        within: scale.within, margin: scale.margin)
      return (rule, Self.column(index, entry.vendors, ranks, scale))
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
    encoded = entry.vendors.indices.flatMap { vendor in columns.map { $0[vendor] } }
  }

  private static func column(
    _ index: CriterionIndex, _ vendors: [Vendor], _ ranks: [Rank?], _ scale: IntegerScale
  ) -> [EncodedValue] {
    var texts = TextNumbers()
    var units = TextNumbers()
    return zip(vendors, ranks).map { vendor, rank in
      var value = EncodedValue()
      let cell = vendor.cell(at: index)
      if cell?.value != nil { value.unit = EncodedValue.unranked }
      if let cell, cell.value != nil {
        let number = texts.number(of: cell.identity)
        value.text = cell.isKnown ? number : -number
      }
      guard let rank else { return value }
      value.number = scale.value(of: rank)
      switch rank {
      case .free: value.unit = EncodedValue.free
      case .number(_, let unit): value.unit = units.number(of: unit)
      case .version: value.unit = 1
      }
      return value
    }
  }

  /// An outcome for `compare` to fill.
  package var emptyOutcome: Outcome {
    var outcome = Outcome.empty
    outcome.leads = Array(repeating: .none, count: rules.count)
    outcome.digits = Array(repeating: 0, count: rules.count)
    outcome.sentences = Array(repeating: nil, count: sentences.count)
    return outcome
  }

  /// Compares two vendors, given by position, as left and right.
  package func compare(_ left: Int, _ right: Int, into outcome: inout Outcome) {
    let summary = summary(left, right) { outcome.leads[$0] = $1 }
    outcome.tally = summary.tally
    outcome.sharedCount = summary.sharedCount
    outcome.differentCount = summary.differentCount
    outcome.verdict = summary.verdict
    let (a, b) = (left * rules.count, right * rules.count)
    for row in lookalikes {
      let lead = lead(encoded[a + row.position], encoded[b + row.position], rules[row.position])
      outcome.digits[row.position] = row.digits(left, right, lead)
    }
    for rule in sentences.indices {
      let criterion = sentences[rule].criterion
      outcome.sentences[rule] = AssessmentSentence(
        rule: rule, sentences[rule].texts,
        lead: lead(encoded[a + criterion], encoded[b + criterion], rules[criterion]),
        winner: summary.verdict.winner)
    }
  }

  /// Returns the result of a comparison, without its rows and sentences.
  package func summary(_ left: Int, _ right: Int) -> OutcomeSummary {
    summary(left, right) { _, _ in }
  }

  /// Computes the result of a comparison.
  ///
  /// - Parameter row: called with the lead of each ranked row, by the row's position among all
  ///   rows.
  @inline(__always)
  private func summary(_ left: Int, _ right: Int, _ row: (Int, Lead) -> Void) -> OutcomeSummary {
    let (a, b) = (left * rules.count, right * rules.count)
    // Bounds are checked once per vendor, not once per value.
    let (lefts, rights) = (
      encoded.span.extracting(a..<a + rules.count),
      encoded.span.extracting(b..<b + rules.count)
    )
    let rules = rules.span
    var (leftLeads, rightLeads, ties) = (0, 0, 0)
    var (shared, different) = (0, 0)
    for index in rules.indices {
      let (x, y) = (lefts[index], rights[index])
      let lead = lead(x, y, rules[index])
      if x.text > 0, y.text > 0 {
        shared += 1
        if lead == .notComparable ? x.text != y.text : x.number != y.number { different += 1 }
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

  /// Returns whether readers see the same of two vendors in a row, given by its position among all
  /// criteria.
  package func isSame(_ left: Int, _ right: Int, row: Int) -> Bool {
    let (x, y) = (encoded[left * rules.count + row], encoded[right * rules.count + row])
    if x.unit == EncodedValue.missing || y.unit == EncodedValue.missing {
      return x.unit == y.unit
    }
    let isComparable = lead(x, y, rules[row]) != .notComparable
    return isComparable ? x.number == y.number : x.text == y.text
  }

  /// Returns whether the first vendor leads the second on a criterion, given by its position among
  /// all criteria.
  func leads(_ vendor: Int, _ other: Int, at criterion: Int) -> Bool {
    let (x, y) = (
      encoded[vendor * rules.count + criterion], encoded[other * rules.count + criterion]
    )
    return lead(x, y, rules[criterion]) == .left
  }

  /// Returns who leads the row of the headline, and whether by more than the margin.
  private func headline(_ a: Int, _ b: Int) -> Verdict.Headline? {
    guard let headline else { return nil }
    let (x, y) = (encoded[a + headline], encoded[b + headline])
    let lead = lead(x, y, rules[headline])
    return Verdict.Headline(
      lead: lead, isBeyondMargin: abs(x.number - y.number) > rules[headline].margin)
  }

  private func lead(_ x: EncodedValue, _ y: EncodedValue, _ rule: Rule) -> Lead {
    if x.unit == EncodedValue.missing || y.unit == EncodedValue.missing { return .none }
    guard x.unit != EncodedValue.unranked, y.unit != EncodedValue.unranked,
      x.unit == y.unit || x.unit == EncodedValue.free || y.unit == EncodedValue.free
    else { return .notComparable }
    let difference = x.number - y.number
    if abs(difference) <= rule.within { return .tie }
    return (difference > 0) == rule.isHigherBetter ? .left : .right
  }
}
