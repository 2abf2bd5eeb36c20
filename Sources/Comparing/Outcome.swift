package import Content

/// The outcome of a comparison, without values: everything that differs from pair to pair.
package struct Outcome: Sendable, Hashable {
  /// The leader of each row, over all groups in order; `none` for a row without leaders.
  package internal(set) var leads: [Lead]
  package internal(set) var tally: Tally
  package internal(set) var verdict: Verdict
  /// The number of criteria for which both vendors have a value, and the number of these for which
  /// the values differ.
  package internal(set) var sharedCount: Int
  package internal(set) var differentCount: Int
  /// For each row, the number of decimal digits needed to show which value is ahead; 0 when the
  /// usual digits suffice.
  package internal(set) var digits: [UInt8]
  /// One entry per rule of the assessment; nil where the rule says nothing.
  package internal(set) var sentences: [AssessmentSentence?]

  /// A placeholder to overwrite.
  package static let empty = Outcome(
    leads: [], tally: Tally(counting: []), verdict: Verdict(nil, .none), sharedCount: 0,
    differentCount: 0, digits: [], sentences: [])
}

/// The result of a comparison, without its rows and sentences.
package struct OutcomeSummary: Sendable {
  package let tally: Tally
  package let verdict: Verdict
  package let sharedCount: Int
  package let differentCount: Int
}

extension Comparison {
  /// The summary of a comparison that was not made from a table.
  package var summary: OutcomeSummary {
    OutcomeSummary(
      tally: tally, verdict: verdict, sharedCount: sharedCount, differentCount: differentCount)
  }

  package var outcome: Outcome {
    let said = assessment
    return Outcome(
      leads: rows.joined().map(\.lead), tally: tally, verdict: verdict, sharedCount: sharedCount,
      differentCount: differentCount,
      digits: rows.joined().map { UInt8(clamping: $0.digits ?? 0) },
      sentences: category.assessment.indices.map { rule in said.first { $0.rule == rule } })
  }
}

extension IndexingThreshold {
  /// Returns whether a pair says enough to be indexed (S-04), unless its editor decided.
  package func allows(
    shared: Int, different: Int, _ indexing: ComparisonArticle.Indexing = .auto
  ) -> Bool {
    switch indexing {
    case .always: true
    case .never: false
    case .auto: shared >= minShared && different >= minDifferent
    }
  }
}
