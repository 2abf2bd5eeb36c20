import Comparing
import Content
import Diagnosing
import System

/// A comparison as data: the contract of `explain --format json`.
struct Explanation: Encodable {
  struct Counts: Encodable {
    let left: Int
    let right: Int
    let even: Int
  }
  struct Group: Encodable {
    let id: String
    let rows: [Row]
  }
  struct Row: Encodable {
    let criterion: String
    let left: Value?
    let right: Value?
    let lead: String
    /// The reason why nobody leads a row that is not a tie; left out for all other rows.
    let reason: NoLead?

    private enum CodingKeys: CodingKey { case criterion, left, right, lead, reason }

    /// Encodes missing values as null instead of leaving them out.
    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(criterion, forKey: .criterion)
      try values.encode(left, forKey: .left)
      try values.encode(right, forKey: .right)
      try values.encode(lead, forKey: .lead)
      try values.encodeIfPresent(reason, forKey: .reason)
    }
  }
  /// Why a row has no leader.
  enum NoLead: String, Encodable {
    case missing
    case notComparable = "not-comparable"
    /// The rubric marks no leader in the row.
    case unranked
  }
  struct Value: Encodable {
    /// The text in the report.
    let value: String
    /// The text on the page.
    let shown: String
    let file: String
    let line: Int
  }

  let left: String
  let right: String
  let week: String
  let category: String
  let winner: String?
  let reason: String
  let indexed: Bool
  let tally: Counts
  let groups: [Group]

  init(_ comparison: Comparison, week: Week, isIndexed: Bool, style: ValueStyle) {
    left = comparison.left.slug.text
    right = comparison.right.slug.text
    self.week = week.text
    category = comparison.category.slug.text
    winner = comparison.verdict.winner?.pick(comparison.left, comparison.right).slug.text
    reason = comparison.verdict.reason.rawValue
    indexed = isIndexed
    let tally = comparison.tally
    self.tally = Counts(left: tally.left, right: tally.right, even: tally.even)
    groups = zip(comparison.category.groups, comparison.rows).map { group, rows in
      Group(
        id: group.id,
        rows: rows.map { row in
          Row(
            criterion: row.criterion.id, left: Self.value(row.left, of: row, style),
            right: Self.value(row.right, of: row, style),
            lead: (row.lead == .notComparable ? Lead.none : row.lead).rawValue,
            reason: NoLead(row))
        })
    }
  }

  private static func value(
    _ cell: Cell?, of row: ComparisonRow, _ style: ValueStyle
  ) -> Value? {
    guard let cell, let value = cell.value else { return nil }
    return Value(
      value: cell.text, shown: style.shown(value, for: row.criterion, digits: row.digits),
      file: cell.span.file.path,
      line: cell.span.startPosition.line)
  }

  private enum CodingKeys: CodingKey {
    case left, right, week, category, winner, reason, indexed, tally, groups
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(left, forKey: .left)
    try values.encode(right, forKey: .right)
    try values.encode(week, forKey: .week)
    try values.encode(category, forKey: .category)
    try values.encode(winner, forKey: .winner)
    try values.encode(reason, forKey: .reason)
    try values.encode(indexed, forKey: .indexed)
    try values.encode(tally, forKey: .tally)
    try values.encode(groups, forKey: .groups)
  }
}

extension Explanation.NoLead {
  fileprivate init?(_ row: ComparisonRow) {
    switch row.lead {
    case .left, .right, .tie: return nil
    case .notComparable: self = .notComparable
    case .none: self = row.criterion.isRanked ? .missing : .unranked
    }
  }
}
