package import Diagnosing
package import FoundationEssentials

/// A criterion that vendors are compared by.
package struct Criterion: Sendable {
  package let id: String
  package let label: String
  package let kind: Kind
  /// The place of the id in the category's file.
  package let span: SourceSpan
  package var better = Better.higher
  /// Whether the criterion's row marks a leader and counts in the tally.
  package var isRanked: Bool
  /// The largest difference that still counts as a tie.
  package var within: Decimal = 0
  /// The number of votes that a rating needs to be ranked.
  package var minCount = 0
  package var max: Decimal?
  package var unit: String?
  package var digits: Int?
  package var currency: String?
  /// The scale of a criterion of kind `state` or `level`.
  package var scale: Scale?
  /// Words that a report may use in place of a date.
  package var words: [String: DateWord] = [:]
  package var help: String?

  package init(id: String, label: String, kind: Kind, span: SourceSpan) {
    self.id = id
    self.label = label
    self.kind = kind
    self.span = span
    isRanked = kind.isOrdered
  }
}

package enum Kind: String, Sendable, CaseIterable {
  case score, count, number, percent, money, duration, date, version, state, level
  case set, list, text, rating

  /// Whether values of this kind have a natural order.
  package var isOrdered: Bool {
    switch self {
    case .set, .list, .text, .version: false
    default: true
    }
  }
}

package enum Better: String, Sendable, CaseIterable { case higher, lower }

/// The words that a value may be: ranked words from worst to best, and unranked words.
package struct Scale: Sendable {
  package let name: String
  package let ranked: [Choice]
  package let unranked: [Choice]

  package init(name: String, ranked: [Choice], unranked: [Choice]) {
    self.name = name
    self.ranked = ranked
    self.unranked = unranked
  }

  /// Returns the word at a position; nil for a position of another scale.
  package func value(at position: ScalePosition) -> Choice? {
    switch position {
    case .ranked(let index): ranked.indices.contains(index) ? ranked[index] : nil
    case .unranked(let index): unranked.indices.contains(index) ? unranked[index] : nil
    }
  }

  package func position(of id: String) -> ScalePosition? {
    if let index = ranked.firstIndex(where: { $0.id == id }) { return .ranked(index) }
    return unranked.firstIndex { $0.id == id }.map { .unranked($0) }
  }

  package var ids: [String] { (ranked + unranked).map(\.id) }
}

package enum ScalePosition: Sendable, Hashable {
  case ranked(Int)
  case unranked(Int)
}
