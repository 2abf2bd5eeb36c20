import Comparing
import Content
import FoundationEssentials
import Presenting
import Templating

/// A small number that a comparison page depends on, besides its two vendors.
///
/// A `switch` over the outcomes gives what a page shows for each, so that numbers and values cannot
/// get out of step.
struct Fact<Outcome: CaseIterable & RawRepresentable<UInt16> & Sendable>: Sendable {
  /// The position of the number among the facts of a pair.
  let position: Int

  /// Returns a choice with the value for each outcome. Raw values count from 0 in case order.
  func staged(_ value: (Outcome) -> StagedValue) -> StagedValue {
    .fact(position, Outcome.allCases.map(value))
  }

  func set(_ outcome: Outcome, in facts: inout [UInt16]) { facts[position] = outcome.rawValue }
}

/// A fact that is a count.
struct CountFact: Sendable {
  let position: Int
  /// The largest possible count.
  let limit: Int

  var staged: StagedValue {
    .fact(position, (0...limit).map { .known(.number(Decimal($0))) })
  }

  func set(_ count: Int, in facts: inout [UInt16]) { facts[position] = UInt16(clamping: count) }
}

/// A fact that gives the number of digits for the two values of a row.
struct DigitsFact: Sendable {
  let position: Int
  /// The variants of the row's cells with more digits than usual.
  let variants: [(digits: Int, position: Int)]

  /// Returns a choice between the usual value and its variants.
  ///
  /// - Parameter detailed: returns the value of a variant, by its position among all variants.
  func staged(usual: StagedValue, detailed: (Int) -> StagedValue) -> StagedValue {
    .fact(position, [usual] + variants.map { detailed($0.position) })
  }

  /// Sets the fact.
  ///
  /// - Parameter digits: the number of digits; 0 for the usual number.
  func set(_ digits: Int, in facts: inout [UInt16]) {
    let variant = variants.firstIndex { $0.digits == digits }
    facts[position] = variant.map { UInt16(clamping: $0 + 1) } ?? 0
  }
}

/// The facts of a category's comparisons, and the position of each.
///
/// `facts` in `Sources/Packing/Host/handler.js` finds the same numbers in the same order.
struct PairFacts: Sendable {
  let rowCount: Int
  let sentenceCount: Int
  /// The first position behind the facts of the pair as a whole.
  private let firstSentence: Int
  let groupSizes: [Int]
  let segmentCount: Int
  /// The facts of rows whose pairs may need more digits than usual, by row.
  private let digitsFacts: [Int: DigitsFact]

  init(_ category: Category, _ detailed: DetailedRows) {
    var variants: [Int: [(digits: Int, position: Int)]] = [:]
    for (position, variant) in detailed.variants.enumerated() {
      variants[variant.row, default: []].append((variant.digits, position))
    }
    rowCount = category.groups.reduce(0) { $0 + $1.criteria.count }
    sentenceCount = category.assessment.count
    groupSizes = category.groups.map(\.criteria.count)
    segmentCount = category.segments?.rows.count ?? 0
    firstSentence = rowCount + 8
    let first = firstSentence + sentenceCount
    var facts: [Int: DigitsFact] = [:]
    for (place, row) in variants.keys.sorted().enumerated() {
      facts[row] = DigitsFact(position: first + place, variants: variants[row] ?? [])
    }
    digitsFacts = facts
  }

  /// Returns the fact that tells who leads a row.
  ///
  /// - Parameter row: the criterion's position among all criteria of the category.
  func lead(_ row: Int) -> Fact<LeadOutcome> { Fact(position: row) }
  var winner: Fact<WinnerOutcome> { Fact(position: rowCount) }
  var reason: Fact<ReasonOutcome> { Fact(position: rowCount + 1) }
  var isIndexed: Fact<Answer> { Fact(position: rowCount + 2) }
  var leftTally: CountFact { CountFact(position: rowCount + 3, limit: rowCount) }
  var rightTally: CountFact { CountFact(position: rowCount + 4, limit: rowCount) }
  var evenTally: CountFact { CountFact(position: rowCount + 5, limit: rowCount) }
  /// The fact that tells whether the right-hand report is of a later week.
  var isRightNewer: Fact<Answer> { Fact(position: rowCount + 6) }
  /// The fact that tells whether neither vendor leads a row.
  var isEven: Fact<Answer> { Fact(position: rowCount + 7) }
  /// Returns the fact that tells what a rule of the assessment says.
  ///
  /// - Parameter rule: the position of the assessment rule.
  func sentence(_ rule: Int) -> Fact<SentenceOutcome> { Fact(position: firstSentence + rule) }

  /// Returns the fact for a row's digits; nil if the usual digits always tell its values apart.
  func digits(_ row: Int) -> DigitsFact? { digitsFacts[row] }

  /// The rows whose pairs may need more digits than usual, in the order of their facts, with the
  /// numbers of digits in the order of the facts' numbers.
  var digitsRows: [(row: Int, digits: [Int])] {
    digitsFacts.sorted { $0.value.position < $1.value.position }.map {
      ($0.key, $0.value.variants.map(\.digits))
    }
  }

  // MARK: What only some themes show

  /// The facts from here on are found only for templates that ask for one of them.
  var firstDetail: Int { firstSentence + sentenceCount + digitsFacts.count }
  var totalTally: CountFact { CountFact(position: firstDetail, limit: rowCount) }
  var differing: CountFact { CountFact(position: firstDetail + 1, limit: rowCount) }
  var differingSegments: CountFact { CountFact(position: firstDetail + 2, limit: segmentCount) }
  func differing(inGroup group: Int) -> CountFact {
    CountFact(position: firstDetail + 3 + group, limit: groupSizes[group])
  }
  func isSame(_ row: Int) -> Fact<Answer> {
    Fact(position: firstDetail + 3 + groupSizes.count + row)
  }
  func isSame(segment: Int) -> Fact<Answer> {
    Fact(position: firstDetail + 3 + groupSizes.count + rowCount + segment)
  }

  /// Returns the fact that tells whether neither vendor has a value in a group.
  func isEmpty(group: Int) -> Fact<Answer> {
    Fact(position: firstDetail + 3 + groupSizes.count + rowCount + segmentCount + group)
  }
  /// The fact that tells whether neither vendor fits a segment, in the place after the groups.
  var areSegmentsEmpty: Fact<Answer> { isEmpty(group: groupSizes.count) }

  var count: Int { areSegmentsEmpty.position + 1 }

  /// Sets the facts that only some themes show. Nothing is allocated, because most pages need them.
  ///
  /// - Parameters:
  ///   - isSame: returns whether both sides of a row show the same.
  ///   - isSameSegment: returns whether both vendors fit a segment equally well.
  ///   - isEmpty: returns whether neither vendor has a value in a group; the segments come last.
  func fillDetails(
    _ facts: inout [UInt16], _ tally: Tally, isSame: (Int) -> Bool,
    isSameSegment: (Int) -> Bool, isEmpty: (Int) -> Bool
  ) {
    totalTally.set(tally.left + tally.right + tally.even, in: &facts)
    var (row, allDiffering) = (0, 0)
    for (group, size) in groupSizes.enumerated() {
      var differing = 0
      for _ in 0..<size {
        let answer = isSame(row)
        self.isSame(row).set(.init(answer), in: &facts)
        if !answer { differing += 1 }
        row += 1
      }
      self.differing(inGroup: group).set(differing, in: &facts)
      allDiffering += differing
    }
    differing.set(allDiffering, in: &facts)
    var segmentsDiffering = 0
    for segment in 0..<segmentCount {
      let answer = isSameSegment(segment)
      self.isSame(segment: segment).set(.init(answer), in: &facts)
      if !answer { segmentsDiffering += 1 }
    }
    differingSegments.set(segmentsDiffering, in: &facts)
    for group in 0...groupSizes.count {
      self.isEmpty(group: group).set(.init(isEmpty(group)), in: &facts)
    }
  }

  /// Sets all facts of a pair.
  ///
  /// - Parameter facts: a buffer of `count` numbers.
  func fill(
    _ facts: inout [UInt16], _ outcome: Outcome, isIndexed: Bool, isRightNewer: Bool
  ) {
    for (row, lead) in outcome.leads.enumerated() { self.lead(row).set(.init(lead), in: &facts) }
    winner.set(.init(outcome.verdict.winner), in: &facts)
    reason.set(.init(outcome.verdict.reason), in: &facts)
    self.isIndexed.set(.init(isIndexed), in: &facts)
    leftTally.set(outcome.tally.left, in: &facts)
    rightTally.set(outcome.tally.right, in: &facts)
    evenTally.set(outcome.tally.even, in: &facts)
    self.isRightNewer.set(.init(isRightNewer), in: &facts)
    isEven.set(.init(outcome.tally.left + outcome.tally.right == 0), in: &facts)
    for (row, fact) in digitsFacts { fact.set(Int(outcome.digits[row]), in: &facts) }
    for (rule, said) in outcome.sentences.enumerated() {
      sentence(rule).set(.init(said), in: &facts)
    }
  }
}
