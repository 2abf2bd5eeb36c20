package import Content

/// How a pair came out, without the values: what is different from page to page.
package struct Outcome: Sendable, Hashable {
  /// Who leads each row, over all groups in order; none for a row without leaders.
  package internal(set) var leads: [Lead]
  package internal(set) var tally: Tally
  package internal(set) var verdict: Verdict
  /// How many criteria both have a value for, and how many of these values differ.
  package internal(set) var sharedCount: Int
  package internal(set) var differentCount: Int
  /// For each row the digits that tell two values apart of which one is ahead; 0 where the usual
  /// digits do.
  package internal(set) var digits: [UInt8]
  /// One a rule of the assessment; nil where the rule says nothing.
  package internal(set) var sentences: [AssessmentSentence?]

  /// A placeholder to overwrite.
  package static let empty = Outcome(
    leads: [], tally: Tally(counting: []), verdict: Verdict(nil, .none), sharedCount: 0,
    differentCount: 0, digits: [], sentences: [])
}

/// What a comparison comes to, without its rows and sentences.
package struct OutcomeSummary: Sendable {
  package let tally: Tally
  package let verdict: Verdict
  package let sharedCount: Int
  package let differentCount: Int
}

extension Comparison {
  /// The same as of the whole outcome, for one that was not made from a table.
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

extension IndexBounds {
  /// Whether a pair has enough to say to be indexed (S-04), unless its editor decided.
  package func admit(
    shared: Int, different: Int, _ indexing: ComparisonArticle.Indexing = .auto
  ) -> Bool {
    switch indexing {
    case .always: true
    case .never: false
    case .auto: shared >= minShared && different >= minDifferent
    }
  }
}
